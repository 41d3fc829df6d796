import type { FactKind, FactStatus, PlanReason, Shift, VolumeState } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, sql } from "drizzle-orm";
import { DomainError, type Tx } from "../../kernel/index.ts";
import { applyDelta } from "./apply-delta.ts";
import { addFactDecisions } from "./fact-decisions.ts";
import type { Cell } from "./load-cell.ts";

const { dailyPlanFact } = schema;

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
  /** Whom the author stood in for. */
  onBehalfOf?: number | null;
  notes?: string | null;
  reasonCode?: PlanReason | null;
  reasonText?: string | null;
  reversesId?: number | null;
  replacesId?: number | null;
  decidedBy?: number | null;
  decidedAt?: Date | null;
  createdAt: Date;
};

/** Inserts a ledger row and its waiting decision; the caller updates the sums, last. */
export async function insertEntry(tx: Tx, cell: Cell, entry: NewEntry): Promise<number> {
  const [row] = await tx
    .insert(dailyPlanFact)
    .values({
      objectId: cell.objectId,
      floorVolumeId: cell.id,
      facadeId: cell.facadeId,
      workTypeId: cell.workTypeId,
      ...entry,
    })
    .returning();
  if (row === undefined) throw new Error("an entry was not written");
  await addFactDecisions(tx, row);
  return row.id;
}

type Settable = Partial<
  Pick<
    typeof dailyPlanFact.$inferInsert,
    "status" | "decidedBy" | "decidedAt" | "decidedOnBehalfOf" | "returnReason" | "reasonCode" | "reasonText"
  >
>;

/** Updates the changeable columns of an entry, if its version is unchanged. */
export async function setEntry(
  tx: Tx,
  { id, version }: { id: number; version: number },
  columns: Settable,
): Promise<void> {
  const written = await tx
    .update(dailyPlanFact)
    .set({ ...columns, version: sql`${dailyPlanFact.version} + 1` })
    .where(and(eq(dailyPlanFact.id, id), eq(dailyPlanFact.version, version)))
    .returning({ id: dailyPlanFact.id });
  if (written.length === 0) throw new DomainError("version_conflict");
}

/** An entry as far as sums depend on it: its signed quantity, and whether it is or was confirmed. */
export type MovedEntry = { date: string; quantity: string; kind: FactKind; status: FactStatus };

/** Updates the sums by a quantity of this cell on this day; `kind` and `status` are those of the entry it is of. */
export function moveSums(tx: Tx, cell: Cell, moved: MovedEntry): Promise<VolumeState> {
  return applyDelta(tx, {
    objectId: cell.objectId,
    floorVolumeId: cell.id,
    workTypeId: cell.workTypeId,
    date: moved.date,
    normHours: cell.normHours,
    quantity: moved.quantity,
    confirmed: moved.status === "confirmed" ? moved.quantity : "0",
    countsInDay: moved.kind !== "opening",
  });
}
