import { hash } from "node:crypto";
import { schema } from "@stsphera/db";
import type { Permission, UserActor } from "@stsphera/rbac";
import { and, eq, sql } from "drizzle-orm";
import { type AnswerRight, assertAnswerRight, objectOfOldAnswer } from "./answer-right.ts";
import type { Context, Tx } from "./context.ts";
import { DomainError, forbidden } from "./errors.ts";
import { loadActor, sameActor } from "./load-actor.ts";
import { readerIn } from "./reader-in.ts";

const { idempotencyKeys } = schema;

type Claim = { actorId: number; verb: string; key: string; inputHash: string };
export type Remembered =
  | { stored: true; result: unknown; objectId: number | null; actor: UserActor }
  | { stored: false; claim: Claim | null };

/** SHA-256 of the input with sorted keys, so that field order does not make a different request. */
export function hashInput(input: unknown): string {
  return hash("sha256", canonicalJson(input), "hex");
}

/** JSON with sorted keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Claims the idempotency key for the transaction, or returns the stored answer if the user may still see it. The
 * actor is loaded again, because the earlier request or somebody else may have changed the actor's rights since.
 * Throws not_found or forbidden, idempotency_mismatch for another input, in_progress while the first request runs.
 */
export async function recall(
  tx: Tx,
  ctx: Context,
  { name: verb, permissions }: { name: string; permissions: readonly Permission[] },
  input: unknown,
): Promise<Remembered> {
  const { actor, idempotencyKey: key } = ctx;
  if (key === undefined || actor.kind !== "user") return { stored: false, claim: null };
  const claim = { actorId: actor.id, verb, key, inputHash: hashInput(input) };
  const lock = sql`hashtextextended(${`${actor.id}:${verb}:${key}`}, 0)`;
  const [taken] = await tx.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as got`);
  if (taken?.got !== true) throw new DomainError("in_progress");
  const [row] = await tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actorId, actor.id),
        eq(idempotencyKeys.verb, verb),
        eq(idempotencyKeys.key, key),
      ),
    );
  if (row === undefined) return { stored: false, claim };
  if (row.inputHash !== claim.inputHash) throw new DomainError("idempotency_mismatch");
  const right = { ...row, objectId: row.objectId ?? (await objectOf(tx, row)) };
  const now = await loadActor({ read: readerIn(tx) }, sameActor(actor), ctx.now);
  if (now?.status !== "active") throw forbidden();
  assertAnswerRight(now, permissions, right);
  return { stored: true, result: row.result, objectId: right.objectId, actor: now };
}

const objectOf = (tx: Tx, row: typeof idempotencyKeys.$inferSelect) =>
  row.permission === null ? objectOfOldAnswer(tx, row) : Promise.resolve(null);

/**
 * Stores the answer and the right needed to replay it, as the last statement before commit. Only successful answers
 * are stored.
 */
export async function remember(
  tx: Tx,
  ctx: Context,
  claim: Claim | null,
  { result, right }: { result: unknown; right: AnswerRight },
): Promise<void> {
  if (claim === null) return;
  await tx.insert(idempotencyKeys).values({ ...claim, ...right, result: result ?? null, createdAt: ctx.now });
}
