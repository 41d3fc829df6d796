import { describe, expect, test } from "vitest";
import { computed, network, row } from "../testing/compute.ts";
import type { Constraint, ScheduleRow } from "./network.ts";
import { rowDates } from "./row-dates.ts";

const start = "2026-05-06";

describe("facts", () => {
  const after = (rest: Partial<ScheduleRow>, dataDate: string | null = "2026-05-14") => {
    const schedule = computed(network(start, [row("A", 5, rest), row("B", 2)], ["A FS B"], { dataDate }));
    return { a: rowDates(schedule, "A"), b: rowDates(schedule, "B") };
  };

  test("a finished row lies where it lay, a day off included, and its successor goes on from the data date", () => {
    const { a, b } = after({ actualStart: "2026-05-06", actualFinish: "2026-05-09" });
    expect(a).toMatchObject({ start: "2026-05-06", finish: "2026-05-09", totalFloat: null, critical: false });
    expect(b).toMatchObject({ start: "2026-05-14", finish: "2026-05-15" });
  });

  test("what remains of a started row goes from the data date", () => {
    const { a, b } = after({ actualStart: "2026-05-07", remaining: 2 });
    expect(a).toMatchObject({ start: "2026-05-07", finish: "2026-05-15", totalFloat: 0, critical: true });
    expect(b?.start).toBe("2026-05-18");
  });

  test("unless told, it is what the duration leaves, and at least a day", () => {
    // 7, 8, 12 and 13 May are worked before the 14th.
    expect(after({ actualStart: "2026-05-07" }).a?.finish).toBe("2026-05-14");
    expect(after({ actualStart: "2026-05-07", duration: 2 }).a?.finish).toBe("2026-05-14");
    expect(after({ actualStart: "2026-05-07", duration: 9 }).a?.finish).toBe("2026-05-20");
  });

  test("without a data date a started row takes its duration from its first day", () => {
    expect(after({ actualStart: "2026-05-07" }, null).a?.finish).toBe("2026-05-14");
  });

  test("a row that has not begun does not begin before the data date", () => {
    const { a } = after({});
    expect(a).toMatchObject({ start: "2026-05-14", finish: "2026-05-20" });
  });

  test("a started row keeps its start whatever leads to it, but a link still holds its finish", () => {
    const rows = [row("A", 10), row("B", 3, { actualStart: "2026-05-06", remaining: 1 })];
    const schedule = computed(network(start, rows, ["A FS B", "A FF+1 B"], { dataDate: "2026-05-12" }));
    expect(rowDates(schedule, "A")?.finish).toBe("2026-05-25");
    expect(rowDates(schedule, "B")).toMatchObject({ start: "2026-05-06", finish: "2026-05-26" });
  });

  test("a milestone that was reached is finished", () => {
    const schedule = computed(network(start, [row("M", 0, { actualStart: "2026-05-08" })], []));
    expect(rowDates(schedule, "M")).toMatchObject({
      start: "2026-05-08",
      finish: "2026-05-08",
      totalFloat: null,
    });
  });
});

describe("constraints", () => {
  const held = (constraint: Constraint, duration = 2) => {
    const rows = [row("A", 3), row("B", duration, { constraint }), row("C", 10)];
    return rowDates(computed(network(start, rows, ["A FS B"])), "B");
  };
  const of = (kind: Constraint["kind"], edge: Constraint["edge"], day: string) => ({ kind, edge, day });

  test.each([
    [of("not_earlier", "start", "2026-05-14"), "2026-05-14"],
    [of("not_earlier", "start", "2026-05-16"), "2026-05-18"],
    [of("not_earlier", "start", "2026-05-01"), "2026-05-12"],
    [of("not_earlier", "finish", "2026-05-14"), "2026-05-13"],
    [of("not_earlier", "finish", "2026-05-16"), "2026-05-15"],
    [of("on", "start", "2026-05-15"), "2026-05-15"],
    [of("on", "finish", "2026-05-15"), "2026-05-14"],
  ])("%o begins on %s", (constraint, day) => {
    expect(held(constraint)).toMatchObject({ start: day, missesConstraint: false, brokenLink: null });
  });

  test("«on» holds against a link, and says which one gives way", () => {
    expect(held(of("on", "start", "2026-05-07"))).toMatchObject({
      start: "2026-05-07",
      brokenLink: { from: "A", to: "B" },
    });
  });

  test("«not later» moves nothing: the float becomes negative, and the row says that it is missed", () => {
    // B takes 12 and 13 May.
    expect(held(of("not_later", "finish", "2026-05-14"))).toMatchObject({
      start: "2026-05-12",
      totalFloat: 1,
      missesConstraint: false,
    });
    expect(held(of("not_later", "start", "2026-05-08"))).toMatchObject({
      start: "2026-05-12",
      totalFloat: -1,
      critical: true,
      missesConstraint: true,
    });
    expect(held(of("not_later", "finish", "2026-05-10"))).toMatchObject({ totalFloat: -2 });
  });

  test("«on» that the data date has passed is missed", () => {
    const constraint = of("on", "start", "2026-05-07");
    const plan = network(start, [row("A", 1, { constraint })], [], { dataDate: "2026-05-12" });
    expect(rowDates(computed(plan), "A")).toMatchObject({
      start: "2026-05-12",
      missesConstraint: true,
      totalFloat: -2,
    });
  });

  test("a milestone may be on a day", () => {
    expect(held(of("on", "start", "2026-05-15"), 0)).toMatchObject({
      start: "2026-05-15",
      finish: "2026-05-15",
    });
    expect(held(of("on", "finish", "2026-05-15"), 0)).toMatchObject({
      start: "2026-05-15",
      finish: "2026-05-15",
    });
  });
});
