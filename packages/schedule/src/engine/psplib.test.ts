import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { everyDay } from "../testing/calendars.ts";
import { computed, row } from "../testing/compute.ts";
import type { ScheduleLink } from "./network.ts";

// Networks of the Project Scheduling Problem Library whose best makespan is known to be the longest path.
const folder = process.env.PSPLIB_DIR;

/** Patterson form: a line an activity, with its duration, its four demands, and its successors from 1. */
function read(file: string) {
  const [, , ...lines] = readFileSync(join(folder ?? "", file), "utf8")
    .trim()
    .split("\n");
  const numbers = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const rows = numbers.map(([duration = 0], index) => row(String(index + 1), duration));
  const links = numbers.flatMap(([, , , , , successors = 0, ...to], index): ScheduleLink[] => {
    if (to.length !== successors) throw new Error(`${file}: row ${index + 1} has ${to.length} successors`);
    return to.map((next) => ({
      from: String(index + 1),
      to: String(next),
      type: "FS",
      lag: 0,
      unit: "work",
    }));
  });
  return { start: "2026-01-01", rows, links, calendars: { main: everyDay } };
}

describe.runIf(folder)("networks of PSPLIB", () => {
  test("each ends on the day that is known", () => {
    const answers = readFileSync(join(folder ?? "", "makespans.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    expect(answers).toHaveLength(60);
    for (const answer of answers) {
      const [file = "", makespan] = answer.split(",");
      const { dates, setting } = computed(read(file));
      expect(Math.max(...dates.endPoint) - setting.start, file).toBe(Number(makespan));
    }
  });
});

test.skipIf(folder)("networks of PSPLIB are left out: PSPLIB_DIR names no folder with them", (context) => {
  context.skip("PSPLIB_DIR is not set");
});
