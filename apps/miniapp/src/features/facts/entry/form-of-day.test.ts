import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { formOfDay, todayAt } from "./form-of-day.ts";

const at = (text: string) => new Date(text).getTime();
/** The day of an object in Moscow turns at six. */
const dayEndsAt = "2026-09-11T03:00:00.000Z";
const entered = {
  quantity: "10",
  factId: 5,
  by: "Белов",
  at: "2026-09-10T14:00:00.000Z",
  photos: 0,
  version: 1,
};
const line = (id: number, more: Partial<FactFormLine>): FactFormLine => ({
  floorVolumeId: id,
  workType: { id: 1, code: "МОД", name: "Модули", unit: "шт" },
  facade: "Юг",
  floor: "11",
  planTotal: "36",
  done: "22",
  remaining: "14",
  planToday: "12",
  yesterday: { date: "2026-09-09", quantity: "9", workers: 6, crewId: 4 },
  today: null,
  suggestedCrewId: 4,
  requiresPhoto: false,
  gate: null,
  whose: "own",
  ...more,
});
const form = {
  date: "2026-09-10",
  today: "2026-09-10",
  dayEndsAt,
  dayOff: false,
  nights: true,
  lines: [
    line(1, { today: entered, remaining: "4" }),
    line(2, { whose: "other" }),
    line(3, { today: entered, remaining: "0" }),
  ],
  others: [],
  counts: { all: { entered: 2, total: 3 }, mine: { entered: 2, total: 2 } },
} as unknown as FactForm;

test("the day of a kept form turns by the clock, a day at a time", () => {
  expect(todayAt(form, at("2026-09-11T02:59:59Z"))).toBe("2026-09-10");
  expect(todayAt(form, at("2026-09-11T03:00:00Z"))).toBe("2026-09-11");
  expect(todayAt(form, at("2026-09-13T04:00:00Z"))).toBe("2026-09-13");
});

test("the form of yesterday is not called today's any more, and keeps what it says", () => {
  const kept = formOfDay(form, "2026-09-10", "2026-09-11");
  expect(kept).toMatchObject({ date: "2026-09-10", today: "2026-09-11" });
  expect(kept?.lines).toBe(form.lines);
  expect(formOfDay(form, "2026-09-10", "2026-09-10")).toBe(form);
});

test("a day that begins without a network starts from what the last form left", () => {
  const begun = formOfDay(form, "2026-09-11", "2026-09-11");
  expect(begun).toMatchObject({ date: "2026-09-11", today: "2026-09-11", nights: false });
  expect(begun?.counts).toEqual({ all: { entered: 0, total: 2 }, mine: { entered: 0, total: 1 } });
  expect(
    begun?.lines.map(({ floorVolumeId, today, planToday }) => [floorVolumeId, today, planToday]),
  ).toEqual([
    [1, null, "4"],
    [2, null, "12"],
  ]);
  expect(begun?.lines[0]?.yesterday).toEqual({ date: "2026-09-10", quantity: "10", workers: 6, crewId: 4 });
});

test("a form says nothing of other days, nor one of a past day of the day that begins", () => {
  expect(formOfDay(form, "2026-09-09", "2026-09-11")).toBeNull();
  expect(formOfDay({ ...form, date: "2026-09-09" }, "2026-09-11", "2026-09-11")).toBeNull();
});
