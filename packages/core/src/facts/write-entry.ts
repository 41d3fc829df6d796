import type { FactKind, FactStatus, PlanReason, Shift, VolumeState } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { applyDelta } from "./apply-delta.ts";
import type { Cell } from "./load-cell.ts";
import type { Tx } from "../kernel/index.ts";

export type NewEntry = {
  date: string;
  shift: Shift;
  kind: FactKind;
  status: FactStatus;
  quantity: string;
  planQty: string | null;
  overPlan?: boolean;
  dayOff?: boolean;
  workers?: number | null;
  hours?: string | null;
  crewId?: number | null;
  authorId: number;
  notes?: string | null;
  reasonCode?: PlanReason | null;
  reasonText?: string | null;
  reversesId?: number | null;
  replacesId?: number | null;
  decidedBy?: number | null;
  decidedAt?: Date | null;
  createdAt: Date;
};

/** Adds one row to the ledger; the sums are moved apart, last. */
export async function insertEntry(tx: Tx, cell: Cell, entry: NewEntry): Promise<number> {
  const [row] = await tx
    .insert(schema.dailyPlanFact)
    .values({
      objectId: cell.objectId,
      floorVolumeId: cell.id,
      facadeId: cell.facadeId,
      workTypeId: cell.workTypeId,
      ...entry,
    })
    .returning({ id: schema.dailyPlanFact.id });
  if (row === undefined) throw new Error("an entry was not written");
  return row.id;
}

/** Moves the sums by a quantity of this cell on this day. */
export function moveSums(
  tx: Tx,
  cell: Cell,
  moved: { date: string; quantity: string; kind: FactKind },
): Promise<VolumeState> {
  return applyDelta(tx, {
    objectId: cell.objectId,
    floorVolumeId: cell.id,
    workTypeId: cell.workTypeId,
    date: moved.date,
    normHours: cell.normHours,
    quantity: moved.quantity,
    countsInDay: moved.kind !== "opening",
  });
}
