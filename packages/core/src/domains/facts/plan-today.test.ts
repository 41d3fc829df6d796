import { describe, expect, it } from "vitest";
import { type LinePlan, planOfLine, planToday } from "./plan-today.ts";

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

describe("the plan of a line that has an entry on its day", () => {
  const today = { ...line, today: line.date };

  it("is the plan of the first entry while that much was left when the day began", () => {
    expect(planOfLine("12", today)).toBe("12");
  });

  it("shrinks with a volume that was reduced, and is gone when nothing was left", () => {
    expect(planOfLine("12", { ...today, left: "5" })).toBe("5");
    expect(planOfLine("12", { ...today, left: "0" })).toBeNull();
    expect(planOfLine("12", { ...today, left: "-3" })).toBeNull();
  });

  it("stays for a past day, whose later days took what was left", () => {
    expect(planOfLine("12", { ...today, left: "0", today: "2026-09-11" })).toBe("12");
  });

  it("without an entry is computed from what is left", () => {
    expect(planOfLine(null, { ...today, left: "6", lastFive: ["8", "10"] })).toBe("6");
  });
});
