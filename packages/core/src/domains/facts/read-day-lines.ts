import type { Database } from "@stsphera/db";
import { OPEN_DAYS } from "./fact-rules.ts";
import { orderLines } from "./order-lines.ts";
import { CELLS_STATEMENT, FRAME_STATEMENT, type FormCell, type FormFrame } from "./read-fact-form.ts";

export type DayLines = { frame: FormFrame; lines: FormCell[]; others: FormCell[] };

/**
 * The lines of an object's day, in working order, in two statements; null for an unknown object. What is counted as
 * entered of a total counts `lines`, everywhere.
 * @param date the current day of the object if absent
 */
export async function readDayLines(
  db: Pick<Database, "read">,
  { objectId, date, now }: { objectId: number; date?: string | undefined; now: Date },
): Promise<DayLines | null> {
  const asked = [objectId, now.toISOString(), date ?? null, OPEN_DAYS];
  const [frame] = await db.read<FormFrame>(FRAME_STATEMENT, asked);
  if (frame === undefined) return null;
  const cells = await db.read<FormCell>(CELLS_STATEMENT, [objectId, frame.date, frame.tenShiftsAgo]);
  return { frame, ...orderLines(cells, frame) };
}
