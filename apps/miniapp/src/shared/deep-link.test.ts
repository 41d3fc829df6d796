import { describe, expect, test } from "vitest";
import { landingOf } from "./deep-link.ts";

describe("a start parameter", () => {
  test.each([
    ["o12", ["/", "/objects/12"]],
    ["o12_fact", ["/", "/objects/12", "/objects/12/fact"]],
    ["o1_fact_20261127", ["/", "/objects/1", "/objects/1/fact?day=2026-11-27"]],
    ["o1_tasks_overdue", ["/", "/objects/1", "/objects/1/tasks?state=overdue"]],
    ["o12_facade", ["/", "/objects/12", "/objects/12/facade"]],
    ["o12_team", ["/", "/objects/12", "/objects/12/team"]],
    ["o12_overview", ["/", "/objects/12"]],
    ["o12_tasks", ["/", "/objects/12", "/objects/12/tasks"]],
    ["t5", ["/", "/tasks/5"]],
    ["n1", ["/", "/notifications?news=1"]],
    ["r5", ["/", "/profile/deputies"]],
  ])("%s opens its thing", (param, stack) => {
    expect(landingOf(param)).toEqual({ stack, absent: false });
  });

  test("a version of the schedule, an order and a defect open on their pages", () => {
    expect(landingOf("g3")).toEqual({ stack: ["/", "/gpr/3"], absent: false });
    expect(landingOf("s4")).toEqual({ stack: ["/", "/supply/4"], absent: false });
    expect(landingOf("o12_supply")?.stack).toEqual(["/", "/objects/12", "/objects/12/supply"]);
    expect(landingOf("f8")).toEqual({ stack: ["/", "/defects/8"], absent: false });
  });

  test("a section that is not there yet opens its object and says so", () => {
    expect(landingOf("o12_stages")).toEqual({ stack: ["/", "/objects/12"], absent: true });
  });

  test.each(["m6", "c7", "d9", "o0", "o", "12", "o12_fact_20261127_x", "../etc", "o99999999999"])(
    "%s leads to the dashboard and says so",
    (param) => {
      expect(landingOf(param)).toEqual({ stack: ["/"], absent: true });
    },
  );

  test("none at all changes nothing", () => {
    expect(landingOf("")).toBeNull();
  });
});
