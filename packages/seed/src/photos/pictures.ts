import type { Day } from "../stage/days.ts";
import { spread } from "../stage/spread.ts";
import { entryMoment } from "../story/entry-moments.ts";
import { type Line, lineKey, LINES } from "../story/lines.ts";

/** What a photo shows, and words by which it is found again. */
type Sight = Pick<Line, "facade" | "floor" | "work"> & { key: string };

/** One photo: how near it was taken, and when. */
export type Picture = { sight: Sight; shot: number; day: Day; takenAt: Date };

/** Shifts back to which the works that a photo is due for carry photos. */
const OLDEST_SHIFT = 15;
const PHOTOGRAPHED = new Set(["МОД", "КРН-Н"]);

/** The photos of every line that has some: two or three each, taken in the half hour before the entry. */
export function listPictures(shiftDay: (shift: number) => Day): Picture[] {
  return LINES.filter((line) => line.shift <= OLDEST_SHIFT && PHOTOGRAPHED.has(line.work)).flatMap((line) => {
    const { facade, floor, work } = line;
    const key = lineKey(line);
    const sight = { facade, floor, work, key };
    const entered = entryMoment(line, shiftDay).getTime();
    const first = entered - (12 + spread(key, 18)) * 60_000;
    return Array.from({ length: 2 + spread(`${key} photos`, 2) }, (_, shot) => ({
      sight,
      shot,
      day: shiftDay(line.shift),
      takenAt: new Date(first + shot * (40 + spread(`${key} ${shot}`, 50)) * 1000),
    }));
  });
}
