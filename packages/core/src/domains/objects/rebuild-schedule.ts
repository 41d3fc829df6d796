import { rebuildWorkdays } from "../calendar/index.ts";
import type { Tx } from "../../kernel/index.ts";
import { rebuildPlanCurves } from "../plan/index.ts";

/** Rebuilds an object's working days and spreads its plan over them. */
export async function rebuildSchedule(tx: Tx, objectId: number): Promise<void> {
  await rebuildWorkdays(tx, objectId);
  await rebuildPlanCurves(tx, [objectId]);
}
