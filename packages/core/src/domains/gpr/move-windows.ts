import { shareWindow, type Span } from "@stsphera/schedule/versions";
import { sql } from "drizzle-orm";
import type { Change, Context, DomainEvent, Tx } from "../../kernel/index.ts";
import { planChanged, planOf, rebuildPlan } from "../plan/index.ts";
import { tiesOfRows } from "./forecast/ledger-fact.ts";
import { workdaysOf } from "./gpr-calendar.ts";
import type { GprVersionRow } from "./load-gpr.ts";

type PlannedRow = { key: string; work: string; facadeId: number | null } & Span;
type Cell = {
  id: number;
  work: string;
  facadeId: number;
  planQty: string;
  planStart: string | null;
  planFinish: string | null;
};
type Moved = Cell & { window: Span };

/**
 * Volumes are planned when the version in force says: the cells of a facade share the days of the row that plans them,
 * from the ground up. Cells that no row plans keep their days.
 */
export async function moveWindows(
  tx: Tx,
  ctx: Context,
  { id, objectId }: Pick<GprVersionRow, "id" | "objectId">,
): Promise<{ changes: Change[]; events: DomainEvent[] }> {
  const rows = await tx.execute<PlannedRow>(sql`
    select r.key::text as key, r.work, r.facade_id as "facadeId", r.start_on::text as start, r.finish_on::text as finish
    from gpr_rows r where r.gpr_id = ${id} and r.work is not null and r.start_on is not null
      and not exists (select from gpr_rows c where c.gpr_id = r.gpr_id and c.parent = r.key)`);
  if (rows.length === 0) return { changes: [], events: [] };
  const cells = await tx.execute<Cell>(sql`
    select v.id, w.code as work, v.facade_id as "facadeId", v.plan_qty::text as "planQty",
      v.plan_start::text as "planStart", v.plan_finish::text as "planFinish"
    from floor_volumes v join work_types w on w.id = v.work_type_id join floors f on f.id = v.floor_id
    where v.object_id = ${objectId} order by v.facade_id, w.code, f.sort, v.id for update of v`);
  const moved = await movedCells(tx, objectId, rows, cells);
  if (moved.length === 0) return { changes: [], events: [] };
  const values = moved.map(({ id: cellId, window }) => ({ id: cellId, ...window }));
  await tx.execute(sql`
    update floor_volumes v set plan_start = x.start, plan_finish = x.finish, version = v.version + 1,
      updated_at = ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as x(id int, start date, finish date)
    where v.id = x.id`);
  await rebuildPlan(tx, objectId);
  const unchanged = cells.length - moved.length;
  return {
    changes: moved.map(({ id: cellId, window, ...cell }): Change => ({
      entityType: "floor_volume",
      entityId: cellId,
      objectId,
      before: planOf(cell),
      after: planOf({ ...cell, planStart: window.start, planFinish: window.finish }),
      by: "system:gpr_activated",
    })),
    events: [planChanged(objectId, { created: 0, changed: moved.length, unchanged, removed: 0 })],
  };
}

/** Cells whose days become others, with these. */
async function movedCells(
  tx: Tx,
  objectId: number,
  rows: readonly PlannedRow[],
  cells: readonly Cell[],
): Promise<Moved[]> {
  const workdays = await workdaysOf(tx, objectId);
  const ties = tiesOfRows(rows, cells);
  return rows.flatMap((row) => {
    const planned = Map.groupBy(ties.get(row.key) ?? [], ({ facadeId }) => facadeId);
    return [...planned.values()].flatMap((ofFacade) => {
      const windows = shareWindow(row, ofFacade.length, workdays);
      return ofFacade.flatMap((cell, at): Moved[] => {
        const window = windows[at];
        const stays = cell.planStart === window?.start && cell.planFinish === window?.finish;
        return window === undefined || stays ? [] : [{ ...cell, window }];
      });
    });
  });
}
