import { dayNumber } from "@stsphera/schedule";
import { expect, test } from "vitest";
import { dayRuleOf, partsOf, workdaysIn } from "./calendar.ts";

const at = (day: string, working: boolean) => ({ day, working, provisional: false, own: true });

test("what was asked for decides, beyond it the week of the object", () => {
  const rule = dayRuleOf([
    { workWeek: [1, 2, 3, 4, 5, 6], days: [at("2026-11-04", false), at("2026-11-08", true)] },
  ]);
  const works = (day: string) => rule.isWorkday(dayNumber(day));
  expect(["2026-11-04", "2026-11-05", "2026-11-07", "2026-11-08", "2026-11-15"].map(works)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test("working days are counted with both ends, none on days off alone", () => {
  const rule = dayRuleOf([{ workWeek: [1, 2, 3, 4, 5], days: [at("2026-11-04", false)] }]);
  const count = (from: string, to: string) => workdaysIn(rule, dayNumber(from), dayNumber(to));
  expect(count("2026-11-02", "2026-11-06")).toBe(4);
  expect(count("2026-11-02", "2026-11-08")).toBe(4);
  expect(count("2026-11-07", "2026-11-08")).toBe(0);
  expect(count("2026-11-06", "2026-11-02")).toBe(0);
});

test("a long schedule is asked for in parts that meet each other", () => {
  const [first, last] = [dayNumber("2026-01-01"), dayNumber("2028-06-30")];
  const parts = partsOf(first, last);
  expect(parts[0]?.from).toBe(first);
  expect(parts.at(-1)?.to).toBe(last);
  for (const [index, part] of parts.entries()) {
    expect(part.to - part.from).toBeLessThan(400);
    if (index > 0) expect(part.from).toBe((parts[index - 1]?.to ?? 0) + 1);
  }
  expect(partsOf(first, first - 5)).toEqual([{ from: first, to: first }]);
});
