import { expect, test } from "vitest";
import { productionCalendar } from "../testing/calendars.ts";
import { shareWindow } from "./share-window.ts";

const shared = (start: string, finish: string, cells: number) =>
  shareWindow({ start, finish }, cells, productionCalendar).map((one) => `${one.start} ${one.finish}`);

test("cells share the working days of their row in turn, without a gap", () => {
  // 6, 7, 8 and 12 May are worked.
  expect(shared("2026-05-06", "2026-05-12", 2)).toEqual(["2026-05-06 2026-05-07", "2026-05-08 2026-05-12"]);
  expect(shared("2026-05-06", "2026-05-08", 2)).toEqual(["2026-05-06 2026-05-07", "2026-05-07 2026-05-08"]);
  expect(shared("2026-05-06", "2026-05-12", 1)).toEqual(["2026-05-06 2026-05-12"]);
});

test("more cells than days share days; a milestone is a day of all", () => {
  expect(shared("2026-05-06", "2026-05-07", 4)).toEqual([
    "2026-05-06 2026-05-06",
    "2026-05-06 2026-05-06",
    "2026-05-07 2026-05-07",
    "2026-05-07 2026-05-07",
  ]);
  expect(shared("2026-05-08", "2026-05-08", 2)).toEqual(["2026-05-08 2026-05-08", "2026-05-08 2026-05-08"]);
  expect(shared("2026-05-08", "2026-05-08", 0)).toEqual([]);
});
