import type { Fact } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { waitingDays } from "./waiting-days.ts";

const READER = 4;
const fact = (date: string, confirm = true, more: { photoDue?: boolean; by?: number } = {}) =>
  ({
    date,
    photoDue: more.photoDue ?? false,
    author: { id: more.by ?? 11 },
    can: { undo: false, correct: false, reverse: false, confirm },
  }) as Fact;

test("days are counted by what waits for the reader, also without its photo, the open one left out", () => {
  const facts = [
    fact("2026-09-08"),
    fact("2026-09-09"),
    fact("2026-09-09"),
    fact("2026-09-10"),
    fact("2026-09-07", false),
    fact("2026-09-06", false, { photoDue: true, by: READER }),
    fact("2026-09-08", false, { photoDue: true }),
  ];
  expect(waitingDays(facts, "2026-09-10", READER)).toEqual([
    { date: "2026-09-09", count: 2 },
    { date: "2026-09-08", count: 2 },
  ]);
});
