import type { Wanted } from "./dialogues.ts";
import type { Running } from "./running.ts";
import type { Site } from "./sites.ts";

export type Amiss = { entries: number; lost: number; twice: number; wrong: number; errors: number };

/** Compares entered quantities (each cell once, with its own quantity) with the ledger. */
export async function entriesAmiss(
  { sql }: Running,
  sites: readonly Site[],
  wanted: readonly Wanted[],
): Promise<Amiss> {
  const rows = await sql<{ cell: number; quantity: string; entries: number }[]>`
    select floor_volume_id as cell, trim_scale(sum(quantity))::text as quantity, count(*)::int as entries
    from daily_plan_fact where object_id = any(${sites.map((site) => site.objectId)}) group by floor_volume_id`;
  const [failed] = await sql<{ errors: number }[]>`
    select count(*)::int as errors from bot_updates where error is not null`;
  const byCell = new Map(rows.map((row) => [row.cell, row]));
  return {
    entries: rows.reduce((sum, row) => sum + row.entries, 0),
    lost: wanted.filter(({ cell }) => !byCell.has(cell)).length,
    twice: rows.filter(({ entries }) => entries > 1).length,
    wrong: wanted.filter(({ cell, quantity }) => {
      const found = byCell.get(cell);
      return found?.entries === 1 && found.quantity !== quantity;
    }).length,
    errors: failed?.errors ?? 0,
  };
}
