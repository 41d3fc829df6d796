import type { FactAnswer, FactForm, FactFormLine } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { withSaved } from "./saved-form.ts";

const line = (floorVolumeId: number): FactFormLine => ({
  floorVolumeId,
  workType: { id: 1, code: "УТП", name: "Утепление", unit: "м²" },
  facade: "Юг",
  floor: "12",
  planTotal: "48.6",
  done: "30",
  remaining: "18.6",
  planToday: "18.6",
  yesterday: null,
  today: null,
  suggestedCrewId: null,
  requiresPhoto: false,
  gate: null,
  whose: "own",
});
const answer = (id: number, quantity: string, factQty: string, remaining: string) =>
  ({
    fact: {
      id,
      quantity,
      version: 1,
      createdAt: "2026-09-10T14:05:00.000Z",
      author: { id: 1, fullName: "Белов" },
      photos: [],
    },
    floorVolume: { id: 7, planQty: "48.6", factQty, pct: "100", remaining },
  }) as unknown as FactAnswer;

test("a saved entry stands in its own line at once, a second one adds to it", () => {
  const counts = { all: { entered: 3, total: 12 }, mine: { entered: 0, total: 2 } };
  const form = { lines: [line(7), line(8)], others: [line(9)], counts } as unknown as FactForm;
  const once = withSaved(form, answer(1, "10.5", "40.5", "8.1"));
  expect(once.lines[0]).toMatchObject({
    done: "40.5",
    remaining: "8.1",
    today: { quantity: "10.5", factId: 1 },
  });
  expect(once.lines[1]).toEqual(line(8));
  expect(once.counts).toEqual({ all: { entered: 4, total: 12 }, mine: { entered: 1, total: 2 } });
  const twice = withSaved(once, answer(2, "8.1", "48.6", "0"));
  expect(twice.lines[0]).toMatchObject({ remaining: "0", today: { quantity: "18.6", factId: 2 } });
  expect(twice.counts).toEqual(once.counts);
});
