import type { GprDiff } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { groupDiff, namesOthers } from "./group-diff.ts";

const diff: GprDiff = {
  before: { id: 1, number: 1 },
  after: { id: 2, number: 2 },
  added: [{ key: "n", number: 131, name: "Снятие подъёмника" }],
  removed: [],
  changed: [
    {
      key: "a",
      number: 97,
      name: "Монтаж",
      changes: [
        { kind: "duration", before: 36, after: 34 },
        {
          kind: "moved",
          workdays: 15,
          before: { start: "2026-08-03", finish: "2026-09-12" },
          after: { start: "2026-08-24", finish: "2026-10-03" },
        },
      ],
    },
    { key: "b", number: 98, name: "Герметизация", changes: [{ kind: "duration", before: 5, after: 6 }] },
  ],
  finish: { before: "2026-09-30", after: "2026-10-17", workdays: 15 },
};

test("differences stand by kind, moves before durations, kinds without rows not at all", () => {
  expect(groupDiff(diff).map(({ kind, rows }) => [kind, rows.map(({ number }) => number)])).toEqual([
    ["added", [131]],
    ["moved", [97]],
    ["duration", [97, 98]],
  ]);
  expect(groupDiff({ ...diff, added: [], changed: [] })).toEqual([]);
});

test("others are named by links, places and facades alone", () => {
  expect(namesOthers(diff)).toBe(false);
  const changes = [{ kind: "links" as const, removed: [], added: [] }];
  expect(namesOthers({ ...diff, changed: [{ key: "a", number: 1, name: "a", changes }] })).toBe(true);
});
