import { expect, test } from "vitest";
import { allDates, computeSchedule, rowDates } from "../index.ts";
import { productionCalendar } from "../testing/calendars.ts";
import { computed } from "../testing/compute.ts";
import { datesOf, networkOfContent } from "./content.ts";
import { contentOfForecast, forecastAfter, leftOn, networkOfForecast, type RowForecast } from "./forecast.ts";
import { pauseRows, shiftRows } from "./shift.ts";
import { version, versionRow } from "./testing/versions.ts";

const ON = { today: "2026-05-12", workdays: productionCalendar };
const known = (fields: Partial<RowForecast>): RowForecast => ({
  heldUntil: null,
  added: 0,
  actualStart: null,
  actualFinish: null,
  remaining: null,
  remainingOn: null,
  ...fields,
});
const plan = {
  ...version(
    [
      versionRow("S", { duration: 0 }),
      versionRow("A", { parent: "S", duration: 3 }),
      versionRow("B", { parent: "S", duration: 4 }),
      versionRow("C", { duration: 2 }),
      versionRow("D"),
    ],
    ["A FS B", "B FS+1 C"],
  ),
  start: "2026-05-06",
};
const scheduled = (forecast: ReadonlyMap<string, RowForecast>, today = ON.today) =>
  computed(networkOfForecast(plan, forecast, { ...ON, today }));
const durations = new Map(plan.rows.map(({ key, duration }) => [key, duration]));

test("what is left goes down by a working day each day, and never to nothing", () => {
  const said = { remaining: 4, remainingOn: "2026-05-08" };
  expect(leftOn(said, "2026-05-08", productionCalendar)).toBe(4);
  // 9–11 May are days off.
  expect(leftOn(said, "2026-05-13", productionCalendar)).toBe(2);
  expect(leftOn(said, "2026-06-01", productionCalendar)).toBe(1);
  expect(leftOn({ remaining: null, remainingOn: null }, "2026-06-01", productionCalendar)).toBeNull();
});

test("what happened overrides the plan, what is left begins today", () => {
  const schedule = scheduled(
    new Map([
      ["A", known({ actualStart: "2026-05-06", actualFinish: "2026-05-07" })],
      ["B", known({ actualStart: "2026-05-08", remaining: 5, remainingOn: "2026-05-12" })],
    ]),
  );
  expect(rowDates(schedule, "A")).toMatchObject({ start: "2026-05-06", finish: "2026-05-07" });
  expect(rowDates(schedule, "B")).toMatchObject({ start: "2026-05-08", finish: "2026-05-18" });
  // Planned for 6 May and not begun.
  expect(rowDates(schedule, "D")).toMatchObject({ start: "2026-05-12" });
});

test("a pause puts off what has not begun and lengthens what runs into it", () => {
  const running = new Map([
    ["A", known({ actualStart: "2026-05-06", actualFinish: "2026-05-07" })],
    ["B", known({ actualStart: "2026-05-08", remaining: 3, remainingOn: "2026-05-12" })],
    ["D", known({ heldUntil: "2026-05-20" })],
  ]);
  const changes = pauseRows(scheduled(running), ["S", "D"], { from: "2026-05-14", to: "2026-05-18" });
  expect(changes).toEqual([
    { id: "B", duration: 7, remaining: 6 },
    { id: "D", heldUntil: "2026-05-25" },
  ]);
  const after = new Map([...running, ...forecastAfter(running, changes, { durations, today: ON.today })]);
  expect(after.get("B")).toMatchObject({ added: 3, remaining: 6, remainingOn: "2026-05-12" });
  const later = scheduled(after);
  expect(rowDates(later, "B")?.finish).toBe("2026-05-19");
  expect(rowDates(later, "C")?.start).toBe("2026-05-21");
  expect(pauseRows(later, ["B"], { from: "2026-05-16", to: "2026-05-17" })).toEqual([]);
});

test("a shift is kept with what was there before", () => {
  const before = new Map([["D", known({ added: 2 })]]);
  const changes = shiftRows(scheduled(before), ["D"], 3);
  expect(forecastAfter(before, changes, { durations, today: ON.today })).toEqual(
    new Map([["D", known({ added: 2, heldUntil: "2026-05-15" })]]),
  );
});

test("a version made of a forecast has its dates, without a data date", () => {
  const forecast = new Map([
    ["A", known({ actualStart: "2026-05-06", actualFinish: "2026-05-08" })],
    ["B", known({ actualStart: "2026-05-08", remaining: 6, remainingOn: "2026-05-12" })],
    ["D", known({ added: 2 })],
  ]);
  const schedule = scheduled(forecast);
  const made = contentOfForecast(plan, schedule, forecast);
  const planned = computed(networkOfContent(made, productionCalendar));
  expect(datesOf(planned)).toEqual(datesOf(schedule));
  expect(made.links).toEqual(plan.links);
  expect(made.rows.find(({ key }) => key === "C")?.constraint).toBeNull();
  const held = new Map([["C", known({ heldUntil: "2026-06-01" })]]);
  const later = scheduled(held, "2026-05-06");
  const again = computeSchedule(networkOfContent(contentOfForecast(plan, later, held), productionCalendar));
  if (again.problems) throw new Error(JSON.stringify(again.problems));
  expect(allDates(again.schedule).map(({ start }) => start)).toEqual(
    allDates(later).map(({ start }) => start),
  );
});
