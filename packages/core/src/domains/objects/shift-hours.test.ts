import { expect, test } from "vitest";
import { shiftHours } from "./shift-hours.ts";

test.each([
  ["08:00", "17:00", "8.000"],
  ["20:00", "08:00", "11.000"],
  ["08:00", "12:00", "4.000"],
  ["08:00", "16:30", "7.500"],
])("a shift from %s to %s has %s working hours", (start, end, hours) => {
  expect(shiftHours(start, end)).toBe(hours);
});

test("a shift that ends when it begins is refused", () => {
  expect(() => shiftHours("08:00", "08:00")).toThrow("shift_empty");
});
