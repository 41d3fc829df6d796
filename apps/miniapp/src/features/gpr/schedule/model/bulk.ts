import type { GprEdit } from "@stsphera/contracts";
import { dayOf } from "@stsphera/schedule";
import type { BoardRow } from "../board/layout.ts";
import type { DayRule } from "./calendar.ts";

/** What is changed of all chosen rows at once. */
export type Bulk = "department" | "owner" | "shift";

/** The edits that hold each row until as many working days after its start. */
export function shiftEdits(rows: readonly BoardRow[], days: number, { workdays }: DayRule): GprEdit[] {
  return rows.flatMap(({ key, version, first }): GprEdit[] => {
    if (first === null) return [];
    const day = dayOf(workdays.day(workdays.ordinal(first) + days));
    const constraint = { kind: "not_earlier" as const, edge: "start" as const, day };
    return [{ do: "set", rows: [{ key, version }], fields: { constraint } }];
  });
}
