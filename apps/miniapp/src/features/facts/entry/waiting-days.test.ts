import type { Fact } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { waitingDays } from "./waiting-days.ts";

const fact = (date: string, confirm = true) =>
  ({ date, can: { undo: false, correct: false, reverse: false, confirm } }) as Fact;

test("days are counted by what the reader may confirm, the open one left out", () => {
  const facts = [
    fact("2026-09-08"),
    fact("2026-09-09"),
    fact("2026-09-09"),
    fact("2026-09-10"),
    fact("2026-09-07", false),
  ];
  expect(waitingDays(facts, "2026-09-10")).toEqual([
    { date: "2026-09-09", count: 2 },
    { date: "2026-09-08", count: 1 },
  ]);
});
