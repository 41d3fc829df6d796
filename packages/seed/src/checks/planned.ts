import type { ObjectCalendar } from "../stage/object-calendar.ts";
import type { Day } from "../stage/days.ts";
import { FACADES } from "../story/block-b.ts";
import { cellWindows } from "../story/cell-windows.ts";
import { WINDOWS } from "../story/windows.ts";
import { cellsOf, WORKS } from "../story/work-plan.ts";

/**
 * Planned per cent of the object through yesterday, computed from the windows alone: norm hours of every cell × the
 * share of its window's working days before today. @param norms man-hours per unit, by work
 */
export function plannedPct(calendar: ObjectCalendar, norms: ReadonlyMap<string, number>, today: Day): number {
  let all = 0;
  let planned = 0;
  for (const facade of FACADES) {
    for (const work of WORKS) {
      const days = calendar.workdaysOf(WINDOWS[work][facade]);
      const cells = cellsOf(facade, work);
      const windows = cellWindows(days, cells.length);
      cells.forEach((cell, at) => {
        const { planStart = "", planFinish = "" } = windows[at] ?? {};
        const own = days.filter((day) => day >= planStart && day <= planFinish);
        const hours = Number(cell.planQty) * (norms.get(work) ?? 0);
        all += hours;
        planned += (hours * own.filter((day) => day < today).length) / own.length;
      });
    }
  }
  return (planned / all) * 100;
}
