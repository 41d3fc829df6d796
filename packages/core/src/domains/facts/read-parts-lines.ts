import type { Database } from "@stsphera/db";
import type { OrderedCell } from "./order-lines.ts";
import { OF_NOBODY, readDayLines } from "./read-day-lines.ts";
import type { FormFrame } from "./read-form-frame.ts";

type Asked = { objectId: number; date: string; now: Date };

/**
 * The lines of both shifts of a day as those see them who close its parts, each line once: foremen those of their zones
 * and their work, null those that are no foreman's. Two statements a part.
 */
export async function readPartsLines(
  db: Pick<Database, "read">,
  asked: Asked,
  parts: readonly (number | null)[],
): Promise<{ frame: FormFrame; lines: OrderedCell[] }> {
  const day = { ...asked, shift: "both" as const };
  const rest = await readDayLines(db, day, OF_NOBODY);
  if (rest === null) throw new Error("a day of an object that is not there");
  const lines = new Map(rest.lines.map((line) => [line.floorVolumeId, line]));
  for (const id of parts) {
    if (id === null) continue;
    const own = await readDayLines(db, day, { person: { id }, crewOnly: false });
    for (const line of own?.lines ?? []) if (line.whose !== "other") lines.set(line.floorVolumeId, line);
  }
  return { frame: rest.frame, lines: [...lines.values()] };
}
