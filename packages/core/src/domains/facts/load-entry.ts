import { schema } from "@stsphera/db";
import { can, limitOn } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { type Change, type Context, DomainError, notFound, personOf, type Tx } from "../../kernel/index.ts";
import { UNDO_MINUTES } from "./fact-rules.ts";
import { type Cell, loadCell } from "./load-cell.ts";

const { dailyPlanFact } = schema;
export type Entry = typeof dailyPlanFact.$inferSelect;
export type LoadedEntry = { entry: Entry; cell: Cell; reversedById: number | null };

/** Locks an entry, then its cell; not_found when the actor may not see it. */
export async function loadEntry(tx: Tx, ctx: Context, factId: number): Promise<LoadedEntry> {
  const [entry] = await tx.select().from(dailyPlanFact).where(eq(dailyPlanFact.id, factId)).for("update");
  if (entry === undefined) throw notFound();
  const cell = await loadCell(tx, ctx, entry.floorVolumeId);
  const target = { objectId: entry.objectId };
  if (limitOn(ctx.actor, "fact.view", target) === "confirmed_only" && entry.status !== "confirmed")
    throw notFound();
  const [reversal] = await tx
    .select({ id: dailyPlanFact.id })
    .from(dailyPlanFact)
    .where(eq(dailyPlanFact.reversesId, factId));
  return { entry, cell, reversedById: reversal?.id ?? null };
}

/** Refuses reversals and reversed entries: only a live work entry can be corrected, undone, reversed or judged. */
export function assertLive({ entry, reversedById }: LoadedEntry): void {
  if (entry.kind === "reversal") throw new DomainError("conflict", { sentence: "reversal_is_final" });
  if (reversedById !== null) throw new DomainError("conflict", { sentence: "already_reversed" });
}

export const isAuthor = (ctx: Context, entry: Entry): boolean =>
  ctx.actor.kind === "user" && ctx.actor.id === entry.authorId;

/** True while the author may undo the entry without a reason. */
export const withinUndo = (ctx: Context, entry: Entry): boolean =>
  ctx.now.getTime() < entry.createdAt.getTime() + UNDO_MINUTES * 60_000;

/** The right to reverse an entry: project managers and PTO any entry, authors their own until it is confirmed. */
export function rightToTakeBack(ctx: Context, entry: Entry): Required<Change>["right"] {
  const own = isAuthor(ctx, entry) && entry.status !== "confirmed";
  return { permission: "fact.reverse", relations: own ? ["author"] : [] };
}

export function mayTakeBack(ctx: Context, entry: Entry): boolean {
  const { permission, ...ties } = rightToTakeBack(ctx, entry);
  return can(ctx.actor, permission, { objectId: entry.objectId, ...ties });
}

export const authorId = (ctx: Context): number => personOf(ctx).id;
