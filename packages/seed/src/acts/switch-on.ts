import { changeObjectStatus, enterOpeningBalances } from "@stsphera/core";
import { moment } from "../stage/days.ts";
import { known } from "../stage/known.ts";
import type { ObjectCalendar } from "../stage/object-calendar.ts";
import type { Stage } from "../stage/stage.ts";
import { BALANCES_NOTE, OPENING_CELLS } from "../story/balances.ts";
import { cellKey } from "../story/work-plan.ts";
import type { OpenedObject } from "./open-block-b.ts";
import type { CellIds } from "./plan-cells.ts";

/** Shift of the first entries; the system is introduced one working day before it. */
const FIRST_SHIFT = 64;

/** The director activates the object, and ПТО enters what was done before. */
export async function switchOn(
  stage: Stage,
  object: OpenedObject,
  cells: CellIds,
  calendar: ObjectCalendar,
): Promise<void> {
  const date = calendar.shiftDay(FIRST_SHIFT + 1);
  await changeObjectStatus.run(await stage.as("samarin", moment(date, "09:30")), {
    objectId: object.id,
    to: "active",
    version: object.version,
    reason: "перенос действующего объекта",
  });
  await enterOpeningBalances.run(await stage.as("klimova", moment(date, "14:15")), {
    objectId: object.id,
    date,
    rows: OPENING_CELLS.map((cell) => ({
      floorVolumeId: known(cells, cellKey(cell)),
      quantity: cell.planQty,
    })),
    notes: BALANCES_NOTE,
  });
}
