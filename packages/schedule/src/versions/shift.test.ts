import { describe, expect, test } from "vitest";
import { allDates, rowDates } from "../index.ts";
import { computed, network, row } from "../testing/compute.ts";
import { previewChanges, shiftRows } from "./shift.ts";

const rows = [
  row("S", 0),
  row("A", 3, { parent: "S" }),
  row("B", 2, { parent: "S" }),
  row("C", 4),
  row("D", 1, { constraint: { kind: "not_later", edge: "finish", day: "2026-05-08" } }),
];
const schedule = computed(network("2026-05-06", rows, ["A FS B", "B FS C"]));
const owners = new Map([
  ["A", "belov"],
  ["B", "zhilin"],
  ["C", "belov"],
  ["D", null],
]);

function preview(ids: string[], workdays: number, from = schedule) {
  const result = previewChanges(from, shiftRows(from, ids, workdays), owners);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

describe("a shift of the forecast", () => {
  test("moves a row by working days, and tells what follows, the finish and whom it touches", () => {
    const { moved, criticalMoved, finish, owners: touched } = preview(["B"], 5);
    expect(moved.map(({ id, after }) => `${id} ${after.start}`)).toEqual([
      "S 2026-05-06",
      "B 2026-05-19",
      "C 2026-05-21",
    ]);
    expect(criticalMoved).toEqual(["B", "C"]);
    expect(finish).toEqual({ before: "2026-05-19", after: "2026-05-26", workdays: 5 });
    expect(touched).toEqual(["zhilin", "belov"]);
  });

  test("leaves what the row was held to: «not later» stays, and is missed", () => {
    const { schedule: after, owners: touched } = preview(["D"], 3);
    expect(rowDates(after, "D")).toMatchObject({
      start: "2026-05-12",
      missesConstraint: true,
      totalFloat: -1,
    });
    expect(touched).toEqual([]);
  });

  test("of a summary moves all its rows", () => {
    expect(shiftRows(schedule, ["S", "A"], 1)).toEqual([
      { id: "A", heldUntil: "2026-05-07" },
      { id: "B", heldUntil: "2026-05-13" },
    ]);
  });

  test("can be taken back, but not beyond what holds the row", () => {
    const later = preview(["B"], 5).schedule;
    expect(allDates(preview(["B"], -5, later).schedule)).toEqual(allDates(schedule));
    expect(preview(["B"], -3).moved).toEqual([]);
  });

  test("makes a started row longer and leaves a finished one", () => {
    const facts = [
      row("A", 3, { actualStart: "2026-05-06", actualFinish: "2026-05-07" }),
      row("B", 4, { actualStart: "2026-05-07" }),
    ];
    const running = computed(network("2026-05-06", facts, [], { dataDate: "2026-05-12" }));
    expect(shiftRows(running, ["A", "B", "none"], 2)).toEqual([{ id: "B", remaining: 4 }]);
    expect(preview(["B"], 2, running).finish.workdays).toBe(2);
  });

  test("that leads out of the century is refused", () => {
    const result = previewChanges(
      schedule,
      [
        { id: "B", heldUntil: "2099-12-31" },
        { id: "C", duration: 10_000 },
      ],
      owners,
    );
    expect(result).toEqual({ problems: [{ kind: "out_of_range" }] });
  });
});
