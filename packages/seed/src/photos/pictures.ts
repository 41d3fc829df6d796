import type { Day } from "../stage/days.ts";
import { spread } from "../stage/spread.ts";
import { entryMoment } from "../story/entry-moments.ts";
import { type Line, lineKey, LINES } from "../story/lines.ts";

/** What a photo shows, and its key. */
type Sight = Pick<Line, "facade" | "floor" | "work"> & { key: string };

/** A photo: distance and time. */
export type Picture = { sight: Sight; shot: number; day: Day; takenAt: Date };

/** Oldest shift with photos of the works that require them. */
const OLDEST_SHIFT = 15;
const PHOTOGRAPHED = new Set(["МОД", "КРН-Н"]);

/** Photos of every line that has some: two or three each, taken within half an hour before the entry. */
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
