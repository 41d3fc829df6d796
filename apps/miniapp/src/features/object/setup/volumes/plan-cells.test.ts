import type { FloorVolume } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { belowFact, changesOf, conflictsOf, storedOf, textOf, volumesOf } from "./plan-cells.ts";

const volume = (floorId: number, planQty: string, version = 1): FloorVolume => ({
  id: floorId,
  facade: { id: 7, code: "Ю" },
  floor: { id: floorId, code: String(floorId) },
  workType: { id: 1, code: "УТП", name: "Утепление", unit: "м²" },
  planQty,
  factQty: "0",
  pct: "0",
  remaining: planQty,
  planStart: "2026-09-01",
  planFinish: "2026-09-10",
  updatedAt: "2026-09-01T07:00:00.000Z",
  version,
});
const stored = storedOf([volume(1, "48.6"), volume(2, "36")]);

test("only what differs is sent, an emptied cell as its removal, a window stays", () => {
  const changes = changesOf(
    { "7|1|1": "48,60", "7|2|1": "", "7|3|1": "12", "7|4|1": "0", "7|5|1": "х" },
    stored,
  );
  expect(changes).toEqual({ "7|2|1": "", "7|3|1": "12", "7|5|1": "х" });
  expect(volumesOf({ "7|2|1": "", "7|3|1": "12" }, stored)).toEqual([
    {
      facadeId: 7,
      floorId: 2,
      workTypeId: 1,
      planQty: null,
      planStart: "2026-09-01",
      planFinish: "2026-09-10",
      version: 1,
    },
    { facadeId: 7, floorId: 3, workTypeId: 1, planQty: "12", planStart: null, planFinish: null },
  ]);
  expect(textOf(stored.get("7|1|1"))).toBe("48,6");
});

test("what another person changed, added or removed meanwhile is a conflict, where it was typed over", () => {
  const now = storedOf([volume(1, "50", 2), volume(3, "9")]);
  expect(conflictsOf({ "7|1|1": "49", "7|2|1": "1", "7|3|1": "2", "7|4|1": "3" }, stored, now)).toEqual([
    "7|1|1",
    "7|2|1",
    "7|3|1",
  ]);
});

test("a plan below what is done is told", () => {
  const done = storedOf([{ ...volume(1, "36"), factQty: "12.5" }]);
  expect(belowFact({ "7|1|1": "12,5", "7|2|1": "1" }, done)).toEqual([]);
  expect(belowFact({ "7|1|1": "12,4" }, done)).toEqual([{ key: "7|1|1", fact: "12.5" }]);
});
