import { schema } from "@stsphera/db";
import { inArray } from "drizzle-orm";
import { type Change, invalidField, type Tx } from "../../kernel/index.ts";
import { trimmed } from "../calculation/index.ts";

const { dailyPlanFact, floorVolumes } = schema;

type Cell = typeof floorVolumes.$inferSelect;

/** Removes cells of the grid; one with entries is refused with its index in `volumes`. */
export async function removeCellsOf(
  tx: Tx,
  objectId: number,
  unwanted: readonly { at: number; cell: Cell }[],
): Promise<Change[]> {
  if (unwanted.length === 0) return [];
  const ids = unwanted.map(({ cell }) => cell.id);
  const entered = await tx
    .selectDistinct({ id: dailyPlanFact.floorVolumeId })
    .from(dailyPlanFact)
    .where(inArray(dailyPlanFact.floorVolumeId, ids));
  const kept = unwanted.find(({ cell }) => entered.some(({ id }) => id === cell.id));
  if (kept !== undefined) throw invalidField(`volumes.${kept.at}.planQty`, "cell_has_entries");
  await tx.delete(floorVolumes).where(inArray(floorVolumes.id, ids));
  return unwanted.map(({ cell }) => {
    const { facadeId, floorId, workTypeId, planStart, planFinish } = cell;
    const before = { facadeId, floorId, workTypeId, planQty: trimmed(cell.planQty), planStart, planFinish };
    return { entityType: "floor_volume", entityId: cell.id, objectId, before, after: null };
  });
}
