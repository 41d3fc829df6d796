import { rebuildWorkdays } from "../calendar/index.ts";
import type { Tx } from "../../kernel/index.ts";
import { rebuildPlanCurves } from "../plan/index.ts";

/** Lists an object's working days anew and spreads its plan over them again. */
export async function rebuildSchedule(tx: Tx, objectId: number): Promise<void> {
  await rebuildWorkdays(tx, objectId);
  await rebuildPlanCurves(tx, [objectId]);
}
