import { schema } from "@stsphera/db";
import { and, desc, eq } from "drizzle-orm";
import { type Context, personOf, type Tx } from "../context.ts";

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

/** Adds a move to the history of a thing. */
export async function recordMove(
  tx: Tx,
  ctx: Context,
  made: Subject & {
    move: string;
    from: string;
    to: string;
    reason: string | null;
    onBehalfOf: number | null;
    before: Kept;
  },
): Promise<void> {
  await tx.insert(entityMoves).values({ ...made, byId: personOf(ctx).id, at: ctx.now });
}

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
