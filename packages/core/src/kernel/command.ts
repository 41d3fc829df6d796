import { randomUUID } from "node:crypto";
import type { Actor, Permission } from "@stsphera/rbac";
import type { z } from "zod";
import { answerRight } from "./answer-right.ts";
import type { Outcome } from "./change.ts";
import type { Context, Tx } from "./context.ts";
import { DomainError, forbidden } from "./errors.ts";
import { recall, remember } from "./idempotency.ts";
import { parseInput } from "./input.ts";
import { record } from "./record.ts";
import { isSerializationTrouble, sqlStateOf } from "./sql-state.ts";

export const OUTBOX_CHANNEL = "stsphera_outbox";

/** A thing that has moves, as far as the tests that are made from the list of verbs ask for it. */
export type MovedThing = {
  entity: string;
  workflow: { moves: Readonly<Record<string, { actorRule?: { apartFromDoers: boolean } | undefined }>> };
  /** Says what waits for whom after a move. */
  decisionsOf?: unknown;
};

export type CommandDefinition<S extends z.ZodType, T, V, R, A> = {
  /** `fact.enter`: audit action, metric and test id. */
  name: string;
  /** What may open this verb; for a transition verb the union of its table. Empty: jobs and the kernel's adapters only. */
  permissions: readonly Permission[];
  /** Verbs of bookkeeping that tell nobody. */
  quiet?: boolean;
  /** Of a verb that makes moves: whose they are. */
  lifecycle?: MovedThing;
  input: S;
  load: (tx: Tx, ctx: Context, input: z.output<S>) => Promise<T>;
  /** Where the input is one of several: the one that was meant, so that its fields are named when they are wrong. */
  optionOf?: (raw: unknown) => z.ZodType;
  /** Refuses, or gives what it found out to `execute`. */
  authorize: (ctx: Context, target: T, input: z.output<S>) => V;
  execute: (tx: Tx, a: { ctx: Context; input: z.output<S>; target: T; verdict: V }) => Promise<Outcome<R>>;
  /** Makes the answer of a result, fresh or remembered, with the object it is about: links are signed anew each time. */
  present?: (ctx: Context, result: R, objectId: number | null) => A;
};

export type Command<S extends z.ZodType = z.ZodType, A = unknown> = {
  kind: "command";
  name: string;
  permissions: readonly Permission[];
  quiet: boolean;
  lifecycle?: MovedThing;
  input: S;
  run(ctx: Context, input: z.input<S>): Promise<A>;
};

/** What a run came to, fresh or remembered. */
type Done<R> = { result: R; objectId: number | null; actor: Actor; told: boolean };

/**
 * One use-case that writes: parse → transaction { idempotency → load and lock → authorize → execute → audit → outbox }
 * → wake the relay. The transaction is run again when PostgreSQL broke it up for a deadlock.
 */
export function command<S extends z.ZodType, T, V, R, A = R>(
  definition: CommandDefinition<S, T, V, R, A>,
): Command<S, A> {
  const { name, permissions, input: schema } = definition;
  const parse = (raw: unknown) => parseInput((definition.optionOf?.(raw) ?? schema) as S, raw);

  async function inTransaction(tx: Tx, ctx: Context, input: z.output<S>): Promise<Done<R>> {
    const remembered = await recall(tx, ctx, definition, input);
    if (remembered.stored) {
      const { objectId, actor } = remembered;
      return { result: remembered.result as R, objectId, actor, told: false };
    }
    const target = await definition.load(tx, ctx, input);
    const verdict = definition.authorize(ctx, target, input);
    const outcome = await definition.execute(tx, { ctx, input, target, verdict });
    if (outcome.events.length === 0 && definition.quiet !== true) throw new Error(`${name} told nobody`);
    await record(tx, ctx, { commandId: randomUUID(), action: name, permissions, ...outcome });
    const right = answerRight(ctx.actor, permissions, outcome.changes);
    await remember(tx, ctx, remembered.claim, { result: outcome.result, right });
    const told = outcome.events.length > 0;
    return { result: outcome.result, objectId: right.objectId, actor: ctx.actor, told };
  }

  async function attempt(ctx: Context, input: z.output<S>, left: number): Promise<Done<R>> {
    try {
      return await ctx.db.orm.transaction((tx) => inTransaction(tx, ctx, input));
    } catch (error) {
      if (left > 0 && isSerializationTrouble(error)) return attempt(ctx, input, left - 1);
      throw asDomainError(error);
    }
  }

  return {
    kind: "command",
    name,
    permissions,
    quiet: definition.quiet === true,
    ...(definition.lifecycle === undefined ? {} : { lifecycle: definition.lifecycle }),
    input: schema,
    async run(ctx, rawInput) {
      if (ctx.actor.kind === "user" && ctx.actor.status !== "active") throw forbidden();
      const { result, objectId, actor, told } = await attempt(ctx, parse(rawInput), 3);
      if (told) wakeRelay(ctx);
      if (definition.present === undefined) return result as unknown as A;
      return definition.present({ ...ctx, actor }, result, objectId);
    },
  };
}

function wakeRelay(ctx: Context): void {
  ctx.db.sql
    .notify(OUTBOX_CHANNEL, "")
    .catch((error: unknown) => ctx.warn?.("could not wake the relay", error));
}

/** A broken invariant of SQL that a check in the verb let pass is a conflict of two writers, not a crash. */
function asDomainError(error: unknown): unknown {
  return sqlStateOf(error) === "23505" ? new DomainError("conflict") : error;
}
