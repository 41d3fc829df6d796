import { expect, test } from "vitest";
import { addDays, clockOf, dayOf } from "./times.ts";

test("an entry of 23:30 in Moscow stays on its own day", () => {
  expect(dayOf("2026-09-10T20:30:00.000Z", "Europe/Moscow")).toBe("2026-09-10");
  expect(clockOf("2026-09-10T20:30:00.000Z", "Europe/Moscow")).toBe("23:30");
  expect(dayOf("2026-09-10T21:30:00.000Z", "Europe/Moscow")).toBe("2026-09-11");
});

test("days are counted over the end of a month and of a year", () => {
  expect(addDays("2026-08-31", 1)).toBe("2026-09-01");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});
