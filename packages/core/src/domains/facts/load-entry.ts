import { schema } from "@stsphera/db";
import { limitOn } from "@stsphera/rbac";
import { eq, sql } from "drizzle-orm";
import { type Context, NO_ROW, notFound, personOf, type Tx } from "../../kernel/index.ts";
import { type Standing, STANDING, STANDING_TABLES, type StandingFact } from "./fact-standing.ts";
import { type Cell, loadCell } from "./load-cell.ts";

const { dailyPlanFact } = schema;
export type Entry = typeof dailyPlanFact.$inferSelect;
export type LoadedEntry = { entry: Entry & StandingFact; cell: Cell };

/** Locks an entry, then its cell; not_found when the actor may not see it. */
export async function loadEntry(tx: Tx, ctx: Context, factId: number): Promise<LoadedEntry> {
  const [entry] = await tx.select().from(dailyPlanFact).where(eq(dailyPlanFact.id, factId)).for("update");
  const cell = await loadCell(tx, ctx, entry?.floorVolumeId ?? NO_ROW);
  if (entry === undefined) throw notFound();
  const target = { objectId: entry.objectId };
  if (limitOn(ctx.actor, "fact.view", target) === "confirmed_only" && entry.status !== "confirmed")
    throw notFound();
  const [row] = await tx.execute<{ standing: Standing }>(
    sql`select ${sql.raw(STANDING)} as standing from ${sql.raw(STANDING_TABLES)} where f.id = ${factId}`,
  );
  if (row === undefined) throw notFound();
  return { entry: { ...entry, ...row.standing }, cell };
}

export const authorId = (ctx: Context): number => personOf(ctx).id;
