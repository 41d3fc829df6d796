import { type Day, moment } from "../stage/days.ts";
import { spread } from "../stage/spread.ts";
import { DEFECTS, shotKey } from "../story/defects.ts";
import type { Picture } from "./pictures.ts";

/** Photos of defects: one or two of what was found, one of what was mended, taken shortly before they were sent. */
export function listDefectPictures(shiftDay: (shift: number) => Day): Picture[] {
  return DEFECTS.flatMap((defect) => {
    const { facade, floor, work, at, fixed } = defect;
    const shoot = (when: "before" | "after", [shift, clock]: typeof at, count: number): Picture[] => {
      const key = shotKey(defect, when);
      const day = shiftDay(shift);
      const first = moment(day, clock).getTime() - (6 + spread(key, 6)) * 60_000;
      return Array.from({ length: count }, (_, shot) => ({
        sight: { facade, floor, work, key },
        shot,
        day,
        takenAt: new Date(first + shot * 30_000),
      }));
    };
    return [
      ...shoot("before", at, defect.severity === "critical" ? 2 : 1),
      ...(fixed === undefined ? [] : shoot("after", fixed, 1)),
    ];
  });
}
