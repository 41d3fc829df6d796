import { describe, expect, test } from "vitest";
import { sixDays } from "../testing/calendars.ts";
import { computed, network, row } from "../testing/compute.ts";
import { drivingPath, explain, lastRow } from "./explain.ts";
import { rowDates } from "./row-dates.ts";

const start = "2026-05-06";
const inS = { parent: "S" };

describe("summaries", () => {
  const rows = [
    row("S", 99),
    row("A", 3, inS),
    row("B", 2, inS),
    row("T", 0, { parent: null }),
    row("U", 0, { parent: "T" }),
    row("C", 4, { parent: "U" }),
    row("D", 1, { parent: "T" }),
  ];
  const schedule = computed(network(start, rows, ["S FS+1 T"]));

  test("span their rows, whatever duration they carry", () => {
    expect(rowDates(schedule, "S")).toMatchObject({
      start: "2026-05-06",
      finish: "2026-05-08",
      totalFloat: null,
    });
    expect(rowDates(schedule, "T")).toMatchObject({ start: "2026-05-13", finish: "2026-05-18" });
  });

  test("hand a link down to all their rows, also through a summary between", () => {
    expect(rowDates(schedule, "C")).toMatchObject({
      start: "2026-05-13",
      finish: "2026-05-18",
      critical: true,
    });
    expect(rowDates(schedule, "D")).toMatchObject({ start: "2026-05-13", totalFloat: 3, freeFloat: 3 });
  });

  test("give the rows before a link of theirs what float they have", () => {
    expect(rowDates(schedule, "A")).toMatchObject({ totalFloat: 0, freeFloat: 0, critical: true });
    expect(rowDates(schedule, "B")).toMatchObject({ totalFloat: 1, freeFloat: 1, critical: false });
    expect(rowDates(schedule, "S")?.critical).toBe(true);
  });

  test("are held back by «not earlier» and limited by «not later»", () => {
    const held = computed(
      network(
        start,
        [
          row("S", 0, { constraint: { kind: "not_earlier", edge: "start", day: "2026-05-14" } }),
          row("A", 2, inS),
          row("T", 0, { constraint: { kind: "not_later", edge: "finish", day: "2026-05-07" } }),
          row("B", 1, { parent: "T" }),
        ],
        [],
      ),
    );
    expect(rowDates(held, "A")?.start).toBe("2026-05-14");
    expect(explain(held, "A")?.reason).toMatchObject({ kind: "constraint", of: "S" });
    expect(rowDates(held, "B")?.totalFloat).toBe(1);
  });

  test("a link from the start of a summary holds the row that begins it", () => {
    const plan = network(start, [row("S", 0), row("A", 1, inS), row("B", 9)], ["S SS B"]);
    expect(rowDates(computed(plan), "A")).toMatchObject({ totalFloat: 0, critical: true });
  });

  test("hand a link down by the calendar of each row", () => {
    const plan = network(
      "2026-06-05",
      [row("A", 1), row("S", 0), row("B", 1, { ...inS, calendar: "site" })],
      ["A FS S"],
    );
    const saturdays = computed({ ...plan, calendars: { ...plan.calendars, site: sixDays } });
    expect(rowDates(saturdays, "B")?.start).toBe("2026-06-06");
    expect(rowDates(saturdays, "A")).toMatchObject({ finish: "2026-06-05", totalFloat: 0 });
  });

  test("a link of a summary is explained by the summary that has it", () => {
    expect(explain(schedule, "C")).toEqual({
      row: "C",
      start: "2026-05-13",
      finish: "2026-05-18",
      reason: {
        kind: "link",
        link: { from: "S", to: "T", type: "FS", lag: 1, unit: "work" },
        of: "T",
        drivenBy: "S",
      },
      daysOff: null,
      gaveWay: null,
    });
    expect(explain(schedule, "T")?.reason).toEqual({ kind: "rows", drivenBy: "U" });
    expect(lastRow(schedule)).toBe("C");
    expect(drivingPath(schedule, "C")).toEqual(["C", "A"]);
  });
});
