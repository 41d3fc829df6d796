import { sql } from "drizzle-orm";
import { type Context, personOf, type Tx } from "../../kernel/index.ts";

export type RevisedCell = {
  facadeId: number;
  floorId: number;
  workTypeId: number;
  oldQty: string | null;
  newQty: string | null;
};
export type WhyRevised = { reason?: string | null; document?: string | null; extraId?: number | null };

/** Records changes of planned quantities in one statement; cells whose quantity stays are left out. */
export async function recordRevisions(
  tx: Tx,
  ctx: Context,
  objectId: number,
  cells: readonly RevisedCell[],
  { reason = null, document = null, extraId = null }: WhyRevised,
): Promise<void> {
  if (cells.length === 0) return;
  const column = (valueOf: (cell: RevisedCell) => string | number | null) =>
    sql.param(`{${cells.map((cell) => valueOf(cell) ?? "NULL").join(",")}}`);
  await tx.execute(sql`
    insert into plan_revisions
      (object_id, facade, floor, work_type_id, old_qty, new_qty, reason, document, extra_id, author_id, created_at)
    select ${objectId}::int, fa.code, fl.code, w.work_type_id, w.old_qty, w.new_qty, ${reason}::text, ${document}::text,
      ${extraId}::int, ${personOf(ctx).id}::int, ${ctx.now.toISOString()}::timestamptz
    from unnest(${column((cell) => cell.facadeId)}::int[], ${column((cell) => cell.floorId)}::int[],
      ${column((cell) => cell.workTypeId)}::int[], ${column((cell) => cell.oldQty)}::numeric[],
      ${column((cell) => cell.newQty)}::numeric[]) as w (facade_id, floor_id, work_type_id, old_qty, new_qty)
    join facades fa on fa.id = w.facade_id join floors fl on fl.id = w.floor_id
    where w.old_qty is distinct from w.new_qty`);
}
