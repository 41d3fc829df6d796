import { expect, test } from "vitest";
import { pastDay } from "./index.ts";

test.each([
  ["2026-09-10", "2026-09-11", "со вчерашнего дня", "за вчера"],
  ["2026-09-04", "2026-09-07", "с пятницы", "за пятницу"],
  ["2026-09-01", "2026-09-07", "со вторника", "за вторник"],
  ["2026-08-31", "2026-09-07", "с 31 августа", "за 31 августа"],
  ["2026-12-31", "2027-01-11", "с 31 декабря 2026", "за 31 декабря 2026"],
])("%s read on %s", (day, today, since, of) => {
  expect([pastDay(day, today, "ru", "since"), pastDay(day, today, "ru", "of")]).toEqual([since, of]);
});

test("in English", () => {
  expect(pastDay("2026-09-04", "2026-09-07", "en", "since")).toBe("since Friday");
  expect(pastDay("2026-09-06", "2026-09-07", "en", "of")).toBe("yesterday");
});
