import { describe, expect, test } from "vitest";
import { createWorkdays } from "./workdays.ts";
import { link, network, row } from "../testing/compute.ts";
import type { Network } from "./network.ts";
import { computeSchedule } from "./schedule.ts";

const problemsOf = (plan: Network) => computeSchedule(plan).problems;
const start = "2026-05-06";

describe("a cycle is refused with its rows in the order of their links", () => {
  const rows = ["A", "B", "C", "D"].map((id) => row(id, 1));

  test("between rows", () => {
    const plan = network(start, rows, ["D FS A", "A FS B", "B SS+2 C", "C FF-1 A"]);
    const [problem] = problemsOf(plan) ?? [];
    if (problem?.kind !== "cycle") throw new Error("no cycle was found");
    const twice = [...problem.rows, ...problem.rows].join("");
    expect(problem.rows).toHaveLength(3);
    expect(twice).toContain("ABC");
  });

  test("of two rows, and one that others hang on", () => {
    const plan = network(start, rows, ["A FS B", "B FS A", "B FS C", "C FS D"]);
    const [problem] = problemsOf(plan) ?? [];
    expect(problem?.kind === "cycle" && problem.rows.toSorted()).toEqual(["A", "B"]);
  });

  test("through a summary, which waits for its own row", () => {
    const plan = network(
      start,
      [row("S", 0), row("A", 1, { parent: "S" }), row("B", 1)],
      ["A FS B", "B FS S"],
    );
    const [problem] = problemsOf(plan) ?? [];
    expect(problem?.kind === "cycle" && problem.rows.toSorted()).toEqual(["A", "B", "S"]);
  });

  test("of a summary and its row alone", () => {
    const plan = network(start, [row("S", 0), row("A", 1, { parent: "S" })], ["S FS A"]);
    const [problem] = problemsOf(plan) ?? [];
    expect(problem?.kind === "cycle" && problem.rows.toSorted()).toEqual(["A", "S"]);
  });
});

describe("everything wrong is named at once, by row and link", () => {
  test("rows", () => {
    const plan = network(
      start,
      [
        row("A", 1),
        row("A", 1),
        row("no parent", 1, { parent: "Z" }),
        row("own parent", 1, { parent: "own parent" }),
        row("negative", -1),
        row("half", 0.5),
        row("endless", 10_001),
        row("left", 1, { remaining: -2 }),
        row("calendar", 1, { calendar: "toString" }),
        row("day", 1, { actualStart: "2026-02-30" }),
        row("turned", 1, { actualStart: "2026-05-07", actualFinish: "2026-05-06" }),
        row("open", 1, { actualFinish: "2026-05-06" }),
        row("tomorrow", 1, { actualStart: "2026-05-09" }),
      ],
      [],
      { dataDate: "2026-05-08" },
    );
    expect(problemsOf(plan)).toEqual([
      { kind: "duplicate_row", row: "A" },
      { kind: "unknown_parent", row: "no parent" },
      { kind: "parent_cycle", row: "own parent" },
      { kind: "bad_duration", row: "negative" },
      { kind: "bad_duration", row: "half" },
      { kind: "bad_duration", row: "endless" },
      { kind: "bad_remaining", row: "left" },
      { kind: "unknown_calendar", row: "calendar" },
      { kind: "bad_day", row: "day" },
      { kind: "finish_before_start", row: "turned" },
      { kind: "finish_without_start", row: "open" },
      { kind: "fact_after_data_date", row: "tomorrow" },
    ]);
  });

  test("parents that lead round are named once", () => {
    const rows = [row("A", 1, { parent: "B" }), row("B", 1, { parent: "A" }), row("C", 1, { parent: "A" })];
    expect(problemsOf(network(start, rows, []))).toEqual([{ kind: "parent_cycle", row: "A" }]);
  });

  test("summaries", () => {
    const rows = [
      row("S", 0, { actualStart: "2026-05-06" }),
      row("A", 1, { parent: "S" }),
      row("T", 0, { constraint: { kind: "on", edge: "start", day: "2026-05-06" } }),
      row("B", 1, { parent: "T" }),
    ];
    expect(problemsOf(network(start, rows, ["A FF T"]))).toEqual([
      { kind: "summary_fact", row: "S" },
      { kind: "summary_constraint", row: "T" },
      { kind: "summary_finish_link", link: link("A FF T") },
    ]);
  });

  test("links", () => {
    const rows = [row("A", 1), row("B", 1)];
    const links = ["A FS Z", "Z FS A", "A FS A", "A FS+10001 B", "A SS B", "A SS+2 B"];
    expect(problemsOf(network(start, rows, links))).toEqual([
      { kind: "unknown_row", link: link("A FS Z") },
      { kind: "unknown_row", link: link("Z FS A") },
      { kind: "link_to_itself", link: link("A FS A") },
      { kind: "bad_lag", link: link("A FS+10001 B") },
      { kind: "duplicate_link", link: link("A SS+2 B") },
    ]);
  });

  test("the days of the whole", () => {
    expect(problemsOf(network("06.05.2026", [row("A", 1)], [], { dataDate: "soon" }))).toEqual([
      { kind: "bad_start" },
      { kind: "bad_data_date" },
    ]);
  });

  test("dates that leave the century, and a calendar without working days", () => {
    const rows = Array.from({ length: 9 }, (_, index) => row(`r${index}`, 10_000));
    const links = rows.slice(1).map((_, index) => `r${index} FS r${index + 1}`);
    expect(problemsOf(network(start, rows, links))).toEqual([{ kind: "out_of_range" }]);
    const idle = createWorkdays(() => false);
    expect(problemsOf(network(start, [row("A", 1)], [], { calendars: { main: idle } }))).toEqual([
      { kind: "out_of_range" },
    ]);
  });
});
