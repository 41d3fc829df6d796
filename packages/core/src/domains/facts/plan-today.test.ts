import { describe, expect, it } from "vitest";
import { type LinePlan, planToday } from "./plan-today.ts";

const line: LinePlan = {
  left: "14",
  unit: "шт",
  lastFive: [],
  date: "2026-09-10",
  planStart: "2026-09-01",
  planFinish: "2026-09-14",
  workdaysToFinish: 4,
};

describe("a line's plan of the day", () => {
  it("is the mean of the last five entries of its work on its facade, rounded up to a whole piece", () => {
    expect(planToday({ ...line, lastFive: ["10", "12", "13", "11", "12"] })).toBe("12");
  });

  it("never exceeds the remainder", () => {
    expect(planToday({ ...line, left: "6", lastFive: ["8", "10"] })).toBe("6");
    expect(planToday({ ...line, left: "18.6", unit: "м²", lastFive: ["48.6", "30"] })).toBe("18.6");
  });

  it("rounds up to a tenth where a unit is divisible", () => {
    expect(planToday({ ...line, left: "72", unit: "м.п.", lastFive: ["20", "20", "20.2"] })).toBe("20.1");
  });

  it("divides the remainder by the working days of the window when there are no entries yet", () => {
    expect(planToday(line)).toBe("4");
  });

  it("is the whole remainder on the last day of the window and after it, and null before it", () => {
    expect(planToday({ ...line, workdaysToFinish: 1 })).toBe("14");
    expect(planToday({ ...line, date: "2026-10-01", workdaysToFinish: 0 })).toBe("14");
    expect(planToday({ ...line, date: "2026-08-31" })).toBeNull();
    expect(planToday({ ...line, planStart: null, planFinish: null })).toBeNull();
  });

  it("is null for a finished cell", () => expect(planToday({ ...line, left: "0" })).toBeNull());
});
