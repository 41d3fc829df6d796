import { dayNumber, dayOf } from "@stsphera/schedule";
import { expect, test } from "vitest";
import { dayRuleOf } from "../model/calendar.ts";
import { daysOf, draggedSpan } from "./drag.ts";

const rule = dayRuleOf([{ workWeek: [1, 2, 3, 4, 5], days: [] }]);
/** From Monday the 3rd to Wednesday the 5th of August. */
const row = { first: dayNumber("2026-08-03"), last: dayNumber("2026-08-05"), duration: 3 };
const dragged = (part: "end" | "body", days: number) => {
  const span = draggedSpan(row, part, days, rule);
  return span === null ? null : [dayOf(span.first), dayOf(span.last), daysOf(span, rule)];
};

test("a bar that is moved keeps its working days and begins on one", () => {
  expect(dragged("body", 1)).toEqual(["2026-08-04", "2026-08-06", 3]);
  expect(dragged("body", 3)).toEqual(["2026-08-06", "2026-08-10", 3]);
  expect(dragged("body", 5)).toEqual(["2026-08-10", "2026-08-12", 3]);
  expect(dragged("body", -1)).toEqual(["2026-08-03", "2026-08-05", 3]);
  expect(dragged("body", -3)).toEqual(["2026-07-31", "2026-08-04", 3]);
});

test("a bar that is pulled at its end takes whole working days, one at least", () => {
  expect(dragged("end", 2)).toEqual(["2026-08-03", "2026-08-07", 5]);
  expect(dragged("end", 3)).toEqual(["2026-08-03", "2026-08-07", 5]);
  expect(dragged("end", 5)).toEqual(["2026-08-03", "2026-08-10", 6]);
  expect(dragged("end", -40)).toEqual(["2026-08-03", "2026-08-03", 1]);
});

test("a milestone stays one day; what has no dates cannot be dragged", () => {
  const milestone = { first: row.first, last: row.first, duration: 0 };
  expect(draggedSpan(milestone, "body", 1, rule)).toEqual({ first: row.first + 1, last: row.first + 1 });
  expect(draggedSpan({ first: null, last: null, duration: 3 }, "body", 1, rule)).toBeNull();
});
