import { schema } from "@stsphera/db";
import { and, desc, eq } from "drizzle-orm";
import { type Context, personOf, type Tx } from "../context.ts";
import { insertRows } from "../rows.ts";

const { entityMoves } = schema;

export type Subject = { entityType: string; entityId: number; objectId: number | null };

/** The subject of a row of some kind: `subjectAs("task")(task)`. */
export const subjectAs =
  (entityType: string) =>
  <O extends number | null>({ id, objectId }: { id: number; objectId: O }) => ({
    entityType,
    entityId: id,
    objectId,
  });

export type RecordedMove = typeof entityMoves.$inferSelect;

/**
 * Record of a move: the tracked columns before it, the version it was made from, and what its effects stored for
 * undoing.
 */
export type Kept = { version: number; kept: Record<string, unknown> } & Record<string, unknown>;

/** A move as its record says it. */
export type MadeMove = Subject & {
  move: string;
  from: string;
  to: string;
  reason: string | null;
  onBehalfOf: number | null;
  before: Kept;
};

/** Adds moves to the histories of their things. */
export async function recordMoves(tx: Tx, ctx: Context, made: readonly MadeMove[]): Promise<void> {
  const by = { byId: personOf(ctx).id, at: ctx.now };
  await insertRows(
    tx,
    entityMoves,
    made.map((move) => ({ ...move, ...by })),
  );
}

/** Adds a move to the history of a thing. */
export const recordMove = (tx: Tx, ctx: Context, made: MadeMove): Promise<void> =>
  recordMoves(tx, ctx, [made]);

/** The newest move of a thing, undone or not; undefined when it has never moved. */
export async function newestMove(
  tx: Tx,
  { entityType, entityId }: Omit<Subject, "objectId">,
): Promise<RecordedMove | undefined> {
  const [move] = await tx
    .select()
    .from(entityMoves)
    .where(and(eq(entityMoves.entityType, entityType), eq(entityMoves.entityId, entityId)))
    .orderBy(desc(entityMoves.id))
    .limit(1);
  return move;
}

/** Marks a move as undone; its record stays. */
export async function markUndone(tx: Tx, ctx: Context, move: RecordedMove): Promise<void> {
  await tx.update(entityMoves).set({ undoneAt: ctx.now }).where(eq(entityMoves.id, move.id));
}
