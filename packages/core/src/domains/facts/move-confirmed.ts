import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";
import type { Entry } from "./load-entry.ts";

/**
 * Adds an entry to the sums of what is confirmed, or takes it away again. Its cell is locked; who decides on entries of
 * several works locks their sums beforehand (`lockWorkSums`), as every writer takes cells, works, days and the object in
 * turn.
 */
export async function moveConfirmed(tx: Tx, entry: Entry, step: "add" | "take"): Promise<void> {
  const { objectId, workTypeId, floorVolumeId, date, kind } = entry;
  await tx.execute(sql`
    select from object_work_sums where object_id = ${objectId} and work_type_id = ${workTypeId} for update`);
  await tx.execute(sql`
    with e as (
      select ${step === "add" ? entry.quantity : `-${entry.quantity}`}::numeric as q, w.norm_hours
      from work_types w where w.id = ${workTypeId}
    ), cell as (
      update floor_volumes v set confirmed_qty = v.confirmed_qty + e.q from e where v.id = ${floorVolumeId}
      returning (least(v.plan_qty, v.confirmed_qty) - least(v.plan_qty, v.confirmed_qty - e.q)) * e.norm_hours as gained
    ), work as (
      update object_work_sums s set confirmed_qty = s.confirmed_qty + e.q from e
      where s.object_id = ${objectId} and s.work_type_id = ${workTypeId}
    ), day as (
      update object_day_sums d
      set confirmed_qty = d.confirmed_qty + e.q, confirmed_hours = d.confirmed_hours + e.q * e.norm_hours
      from e where d.object_id = ${objectId} and d.day = ${date} and d.work_type_id = ${workTypeId}
        and ${kind === "work"}
    )
    update object_sums s set confirmed_hours = s.confirmed_hours + cell.gained from cell where s.object_id = ${objectId}`);
}
