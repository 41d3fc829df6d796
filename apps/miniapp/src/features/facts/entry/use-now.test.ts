import { expect, test } from "vitest";
import { minutesUntil } from "./use-now.ts";

test("minutes are counted up, and are over when they are over", () => {
  const now = Date.parse("2026-09-10T14:00:00.000Z");
  expect(minutesUntil("2026-09-10T14:06:30.000Z", now)).toBe(7);
  expect(minutesUntil("2026-09-10T14:00:01.000Z", now)).toBe(1);
  expect(minutesUntil("2026-09-10T14:00:00.000Z", now)).toBeNull();
  expect(minutesUntil(null, now)).toBeNull();
});
