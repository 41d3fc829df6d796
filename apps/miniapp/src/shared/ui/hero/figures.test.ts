import type { DashboardFacade } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { deviationOf, existingFacade, lateDaysOf } from "./figures.ts";

const facade = (
  name: string,
  pct: string,
  plannedPct: string,
  health: DashboardFacade["health"],
): DashboardFacade => ({
  id: 1,
  code: name,
  name,
  pct,
  plannedPct,
  health,
  status: "in_work",
  modules: { plan: "0", fact: "0", pct: null },
  floors: [],
});

test("the deviation is exact and unknown without a plan", () => {
  expect(deviationOf({ pct: "59", plannedPct: "73.1", health: "red" })).toBe("-14.1");
  expect(deviationOf({ pct: "59", plannedPct: null, health: "green" })).toBeNull();
});

test("of the red facades the one that lags most is named", () => {
  const facades = [
    facade("Юг", "73.2", "78.4", "amber"),
    facade("Запад", "67.8", "77.7", "red"),
    facade("Восток", "26.9", "59.8", "red"),
  ];
  expect(existingFacade(facades)?.name).toBe("Восток");
  expect(existingFacade(facades.slice(0, 1))).toBeNull();
});

test("days late come from the forecast alone", () => {
  const dated = { date: "2026-10-31", p50: "2026-11-07", p80: "2026-11-09", provisional: false };
  expect(lateDaysOf({ ...dated, lateDays: 14 })).toBe(14);
  expect(lateDaysOf({ ...dated, lateDays: null })).toBeNull();
  expect(lateDaysOf({ reason: "too_few_days" })).toBeNull();
  expect(lateDaysOf(undefined)).toBeNull();
});
