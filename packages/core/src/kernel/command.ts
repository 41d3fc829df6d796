import { randomUUID } from "node:crypto";
import { type Actor, isGivenSession, isGranting, type Permission } from "@stsphera/rbac";
import type { z } from "zod";
import { answerRight } from "./answer-right.ts";
import type { Outcome } from "./change.ts";
import type { Context, Tx } from "./context.ts";
import { DomainError, forbidden } from "./errors.ts";
import { recall, remember } from "./idempotency.ts";
import { parseInput } from "./input.ts";
import { record } from "./record.ts";
import { withRightsOfNow } from "./rights-of-now.ts";
import { isSerializationTrouble, sqlStateOf } from "./sql-state.ts";

export const OUTBOX_CHANNEL = "stsphera_outbox";

/** What the generated workflow tests need to know of an entity with moves. */
export type MovedThing = {
  entity: string;
  workflow: { moves: Readonly<Record<string, { actorRule?: { apartFromDoers: boolean } | undefined }>> };
  /** Computes which decisions wait for which users after a move. */
  decisionsOf?: unknown;
};

export type CommandDefinition<S extends z.ZodType, T, V, R, A> = {
  /** `fact.enter`: audit action, metric and test id. */
  name: string;
  /**
   * Permissions that allow this verb; for a transition verb the union over its moves. Empty: only jobs and internal
   * adapters may call it.
   */
  permissions: readonly Permission[];
  /** A bookkeeping verb that notifies nobody. */
  quiet?: boolean;
  /**
   * True for a verb that gives rights although no permission of it is `granting` in the matrix, so that it is judged
   * by the rights its actor has now, as those are: neither is it for a session that an admin's link began. So are signatures.
   */
  gives?: true;
  /** The entity whose moves this verb makes. */
  lifecycle?: MovedThing;
  input: S;
  load: (tx: Tx, ctx: Context, input: z.output<S>) => Promise<T>;
  /** For an input that is a union: the option the caller meant, so that errors name its fields. */
  optionOf?: (raw: unknown) => z.ZodType;
  /** Throws when the actor may not; else returns what it found out, for `execute`. */
  authorize: (ctx: Context, target: T, input: z.output<S>) => V;
  execute: (tx: Tx, a: { ctx: Context; input: z.output<S>; target: T; verdict: V }) => Promise<Outcome<R>>;
  /**
   * Turns a fresh or stored result into the answer, with the object it belongs to: links are signed anew each time.
   */
  present?: (ctx: Context, result: R, objectId: number | null) => A;
};

export type Command<S extends z.ZodType = z.ZodType, A = unknown> = {
  kind: "command";
  name: string;
  permissions: readonly Permission[];
  quiet: boolean;
  /** Whether it changes rights: it runs under their lock, with the actor read anew. */
  gives: boolean;
  lifecycle?: MovedThing;
  input: S;
  run(ctx: Context, input: z.input<S>): Promise<A>;
};

/** The outcome of a run, fresh or replayed. */
type Done<R> = { result: R; objectId: number | null; actor: Actor; hasEvents: boolean };

/**
 * Defines one writing use-case: parse → transaction { idempotency → rights of now, if it gives any → load and lock →
 * authorize → execute → audit → outbox } → wake the relay. The transaction is retried when PostgreSQL aborts it because of a deadlock or a
 * serialization failure.
 */
export function command<S extends z.ZodType, T, V, R, A = R>(
  definition: CommandDefinition<S, T, V, R, A>,
): Command<S, A> {
  const { name, permissions, input: schema } = definition;
  const parse = (raw: unknown) => parseInput((definition.optionOf?.(raw) ?? schema) as S, raw);

  const gives = definition.gives === true || permissions.some((permission) => isGranting(permission));

  async function inTransaction(tx: Tx, asked: Context, input: z.output<S>): Promise<Done<R>> {
    const remembered = await recall(tx, asked, definition, input);
    if (remembered.stored) {
      const { objectId, actor } = remembered;
      return { result: remembered.result as R, objectId, actor, hasEvents: false };
    }
    const ctx = gives ? await withRightsOfNow(tx, asked) : asked;
    const target = await definition.load(tx, ctx, input);
    // A session by an admin's link neither takes nor gives rights, by whatever permission the verb does so.
    if (definition.gives === true && isGivenSession(ctx.actor))
      throw forbidden(permissions[0], "session_is_given");
    const verdict = definition.authorize(ctx, target, input);
    const outcome = await definition.execute(tx, { ctx, input, target, verdict });
    if (outcome.events.length === 0 && definition.quiet !== true) throw new Error(`${name} told nobody`);
    await record(tx, ctx, { commandId: randomUUID(), action: name, permissions, ...outcome });
    const right = answerRight(ctx.actor, permissions, outcome.changes);
    await remember(tx, ctx, remembered.claim, { result: outcome.result, right });
    const hasEvents = outcome.events.length > 0;
    return { result: outcome.result, objectId: right.objectId, actor: ctx.actor, hasEvents };
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
    gives,
    ...(definition.lifecycle === undefined ? {} : { lifecycle: definition.lifecycle }),
    input: schema,
    async run(ctx, rawInput) {
      if (ctx.actor.kind === "user" && ctx.actor.status !== "active") throw forbidden();
      const { result, objectId, actor, hasEvents } = await attempt(ctx, parse(rawInput), 3);
      if (hasEvents) wakeRelay(ctx);
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

/**
 * A violated SQL constraint that the verb's own checks let through means two concurrent writers: a conflict, not a
 * crash.
 */
function asDomainError(error: unknown): unknown {
  return sqlStateOf(error) === "23505" ? new DomainError("conflict") : error;
}
