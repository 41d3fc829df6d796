import { dayNumber } from "@stsphera/schedule";
import { expect, test } from "vitest";
import type { BoardRow } from "../board/layout.ts";
import { shiftEdits } from "./bulk.ts";
import { dayRuleOf } from "./calendar.ts";

const rule = dayRuleOf([{ workWeek: [1, 2, 3, 4, 5], days: [] }]);
const row = (key: string, start: string | null) =>
  ({ key, version: 2, first: start === null ? null : dayNumber(start) }) as BoardRow;

test("each row is held until as many working days after its own start; one without dates stays", () => {
  const rows = [row("a", "2026-08-06"), row("b", "2026-08-10"), row("c", null)];
  const held = (days: number) =>
    shiftEdits(rows, days, rule).map((edit) =>
      edit.do === "set" ? [edit.rows[0]?.key, edit.rows[0]?.version, edit.fields.constraint?.day] : null,
    );
  expect(held(2)).toEqual([
    ["a", 2, "2026-08-10"],
    ["b", 2, "2026-08-12"],
  ]);
  expect(held(-1)).toEqual([
    ["a", 2, "2026-08-05"],
    ["b", 2, "2026-08-07"],
  ]);
});
