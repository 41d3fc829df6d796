import { describe, expect, test } from "vitest";
import { computed, network, row } from "../testing/compute.ts";
import { drivingPath, explain, lastRow } from "./explain.ts";
import type { Network, ScheduleRow } from "./network.ts";

const start = "2026-05-06";

describe("why this date", () => {
  const why = (rest: Partial<ScheduleRow>, links: string[], more: Partial<Network> = {}) => {
    const rows = [row("A", 3), row("B", 1), row("C", 2, rest)];
    return explain(computed(network(start, rows, links, more)), "C");
  };

  test("the link that holds it, with the days off between", () => {
    expect(why({}, ["A FS C", "B FS C"])).toEqual({
      row: "C",
      start: "2026-05-12",
      finish: "2026-05-13",
      reason: {
        kind: "link",
        link: { from: "A", to: "C", type: "FS", lag: 0, unit: "work" },
        of: null,
        drivenBy: "A",
      },
      daysOff: { from: "2026-05-09", count: 3 },
      gaveWay: null,
    });
  });

  test("its constraint, the data date, the beginning, or the fact", () => {
    const constraint = { kind: "not_earlier", edge: "start", day: "2026-05-16" } as const;
    expect(why({ constraint }, ["A FS C"])).toMatchObject({
      reason: { kind: "constraint", constraint, of: null },
      daysOff: { from: "2026-05-16", count: 2 },
    });
    expect(why({ constraint, heldUntil: "2026-05-19" }, ["A FS C"])).toMatchObject({
      start: "2026-05-19",
      reason: { kind: "held", until: "2026-05-19", of: null },
    });
    expect(why({ heldUntil: "2026-05-07" }, ["A FS C"])?.reason.kind).toBe("link");
    expect(why({}, [], { dataDate: "2026-05-13" })?.reason).toEqual({ kind: "data_date", day: "2026-05-13" });
    expect(why({}, [])?.reason).toEqual({ kind: "project_start", day: start });
    expect(why({ actualStart: start, actualFinish: "2026-05-07" }, [])?.reason).toEqual({
      kind: "fact",
      start,
      finish: "2026-05-07",
    });
  });

  test("a link that gave way to «on» is named", () => {
    const constraint = { kind: "on", edge: "start", day: "2026-05-07" } as const;
    expect(why({ constraint }, ["A FS C"])).toMatchObject({
      reason: { kind: "constraint" },
      gaveWay: { from: "A", to: "C" },
    });
  });

  test("nothing is known of a row that is not there", () => {
    const schedule = computed(network(start, [row("A", 1)], []));
    expect(explain(schedule, "Z")).toBeUndefined();
    expect(drivingPath(schedule, "Z")).toEqual([]);
    expect(lastRow(computed(network(start, [], [])))).toBeNull();
  });
});

test("the finish is held by the chain of links that drives the last row", () => {
  const rows = [row("A", 3), row("B", 5), row("C", 2), row("D", 1), row("E", 1)];
  const schedule = computed(network(start, rows, ["A FS C", "B SS+1 C", "C FF+2 D", "A FS E"]));
  expect(lastRow(schedule)).toBe("D");
  expect(drivingPath(schedule, "D")).toEqual(["D", "C", "A"]);
});
