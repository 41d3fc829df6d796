import { expect, test } from "vitest";
import { computeSchedule } from "../index.ts";
import { createRandom } from "../testing/random-network.ts";
import { exportProject } from "./export-project.ts";
import { importProject } from "./import-project.ts";
import type { Project, ProjectTask } from "./project.ts";
import { networkOf } from "./to-network.ts";

const task = (uid: number, level: number): ProjectTask => ({
  uid,
  name: `Строка ${uid}`,
  level,
  duration: 3,
  calendar: null,
  constraint: { kind: "not_earlier", edge: "start", day: "2026-05-12" },
  start: "2026-05-12",
  finish: "2026-05-14",
  actualStart: null,
  actualFinish: null,
  remaining: null,
  percentComplete: 0,
  baseline: { start: "2026-05-12", finish: "2026-05-14", duration: 3 },
});
const project: Project = {
  name: "Школа",
  start: "2026-05-06",
  dataDate: "2026-05-07",
  mainCalendar: 1,
  calendars: [
    { uid: 1, name: "К", weekdays: [1, 2, 3, 4, 5], exceptions: [{ day: "2026-05-11", worked: false }] },
  ],
  tasks: [task(1, 1), task(2, 2), task(3, 2), task(4, 1)],
  links: [
    { from: 2, to: 3, type: "FS", lag: 2, unit: "work" },
    { from: 3, to: 4, type: "SS", lag: -1, unit: "elapsed" },
  ],
};

test("1,000 files damaged at random are read or refused, and what is read can be computed or is refused by name", () => {
  const random = createRandom(83);
  const whole = new TextEncoder().encode(exportProject(project));
  const counts = { read: 0, refused: 0 };
  for (let round = 0; round < 1000; round += 1) {
    const bytes = [...whole];
    for (let damage = random.whole(1, 4); damage > 0; damage -= 1) {
      const at = random.whole(0, bytes.length - 1);
      const length = random.whole(0, 6);
      // Digits turn into digits as often as anything: files that are well-formed and mean something else.
      const digits = Array.from({ length }, () => 48 + random.whole(0, 9));
      if (random.chance(0.6)) {
        const digit = bytes.findIndex((byte, index) => index >= at && byte >= 48 && byte <= 57);
        if (digit >= 0) bytes[digit] = 48 + random.whole(0, 9);
      } else bytes.splice(at, length, ...(random.chance(0.5) ? digits : []));
    }
    const result = importProject(Uint8Array.from(bytes));
    if (result.refusal) {
      counts.refused += 1;
      continue;
    }
    counts.read += 1;
    const { schedule, problems } = {
      schedule: undefined,
      problems: undefined,
      ...computeSchedule(networkOf(result.project)),
    };
    expect(schedule !== undefined || (problems ?? []).length > 0).toBe(true);
  }
  expect(counts.read).toBeGreaterThan(100);
  expect(counts.refused).toBeGreaterThan(100);
});
