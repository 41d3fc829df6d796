import { describe, expect, test } from "vitest";
import { allDates, computeSchedule, type Constraint, dayNumber, dayOf, type LinkType } from "../index.ts";
import { computed } from "../testing/compute.ts";
import { createRandom, type Random } from "../testing/random-network.ts";
import { exportProject } from "./export-project.ts";
import { importProject } from "./import-project.ts";
import type { Project, ProjectTask } from "./project.ts";
import { networkOf } from "./to-network.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function imported(text: string) {
  const result = importProject(bytes(text));
  if (result.refusal) throw new Error(JSON.stringify(result.refusal));
  return result;
}

const NAMES = ["Монтаж модулей, «Восток» <5>", "A & B", "]]> ' \" &amp;", "Кронштейны\u{1f529}", "x"];
const DAY = dayNumber("2026-04-20");

function randomTask(random: Random, uid: number, level: number, summary: boolean): ProjectTask {
  const day = (from: number, to: number) => dayOf(DAY + random.whole(from, to));
  const constraint: Constraint = {
    kind: summary ? "not_earlier" : random.one(["not_earlier", "not_later", "on"]),
    edge: summary ? "start" : random.one(["start", "finish"]),
    day: day(0, 60),
  };
  const started = !summary && random.chance(0.3);
  const finished = started && random.chance(0.5);
  const actualStart = started ? day(0, 8) : null;
  return {
    uid,
    name: random.one(NAMES),
    level,
    duration: summary ? 0 : random.whole(0, 30),
    calendar: random.chance(0.3) ? 2 : null,
    constraint: random.chance(0.3) ? constraint : null,
    start: day(0, 20),
    finish: day(20, 40),
    actualStart,
    actualFinish: finished ? day(9, 15) : null,
    remaining: started && !finished ? random.whole(1, 9) : null,
    percentComplete: summary ? 0 : random.whole(0, 100),
    baseline: random.chance(0.5)
      ? { start: day(0, 9), finish: day(9, 20), duration: random.whole(0, 9) }
      : null,
  };
}

function randomProject(random: Random): Project {
  const levels = [1];
  while (levels.length < 20) levels.push(random.whole(1, Math.min((levels.at(-1) ?? 1) + 1, 4)));
  const isSummary = (index: number) => (levels[index + 1] ?? 0) > (levels[index] ?? 0);
  const leaves = levels.flatMap((_, index) => (isSummary(index) ? [] : [index]));
  const links = new Map<string, Project["links"][number]>();
  for (let count = 0; count < 20 && leaves.length > 1; count += 1) {
    const to = random.whole(1, leaves.length - 1);
    const from = random.whole(0, to - 1);
    const type = random.one<LinkType>(["FS", "SS", "FF", "SF"]);
    links.set(`${from} ${to} ${type}`, {
      from: (leaves[from] ?? 0) * 10 + 1,
      to: (leaves[to] ?? 0) * 10 + 1,
      type,
      lag: random.whole(-5, 9),
      unit: random.one(["work", "elapsed"]),
    });
  }
  const exceptions = [
    { day: "2026-05-01", worked: false },
    { day: "2026-05-09", worked: random.chance(0.5) },
    { day: "2026-06-12", worked: false },
  ];
  return {
    name: random.one(NAMES),
    start: dayOf(DAY),
    dataDate: random.chance(0.7) ? dayOf(DAY + 20) : null,
    mainCalendar: 1,
    calendars: [
      { uid: 1, name: "Площадка", weekdays: [1, 2, 3, 4, 5], exceptions },
      { uid: 2, name: "Шестидневка", weekdays: [1, 2, 3, 4, 5, 6], exceptions: [] },
    ],
    tasks: levels.map((level, index) => randomTask(random, index * 10 + 1, level, isSummary(index))),
    links: [...links.values()].sort((a, b) => a.to - b.to),
  };
}

describe("export and import", () => {
  test("change nothing in 200 random projects, and lose nothing", () => {
    const random = createRandom(71);
    for (let round = 0; round < 200; round += 1) {
      const project = randomProject(random);
      // A calendar that no row uses does not belong to the schedule.
      if (!project.tasks.some(({ calendar }) => calendar === 2)) project.calendars.pop();
      const text = exportProject(project);
      const once = imported(text);
      if (round < 20) expect(once, `project ${round}`).toEqual({ project, notices: [] });
      expect(once.notices, `project ${round}`).toEqual([]);
      expect(exportProject(once.project)).toBe(text);
    }
  });

  test("keep the dates: a project is computed alike before and after", () => {
    const random = createRandom(73);
    let dates = 0;
    for (let round = 0; round < 50; round += 1) {
      const project = randomProject(random);
      const before = computeSchedule(networkOf(project));
      const after = computeSchedule(networkOf(imported(exportProject(project)).project));
      if (before.problems) {
        expect(after.problems).toEqual(before.problems);
        continue;
      }
      if (after.problems) throw new Error(JSON.stringify(after.problems));
      expect(allDates(after.schedule)).toEqual(allDates(before.schedule));
      dates += project.tasks.length;
    }
    expect(dates).toBeGreaterThan(500);
  });

  test("a name of control characters and line breaks is written as XML can hold it", () => {
    const random = createRandom(5);
    const project = randomProject(random);
    const [first] = project.tasks;
    if (first === undefined) throw new Error("a project without rows");
    const text = exportProject({
      ...project,
      tasks: [{ ...first, name: "  a\u0000\u0008b\r\n\tc \ud800" }],
      links: [],
    });
    expect(imported(text).project.tasks[0]?.name).toBe("ab c");
  });

  test("the outline becomes parents", () => {
    const random = createRandom(11);
    const project = randomProject(random);
    const network = networkOf(project);
    const { topology } = computed({ ...network, dataDate: "2026-12-31" });
    expect(topology.ids).toHaveLength(20);
    project.tasks.forEach(({ level }, index) => {
      let depth = 1;
      for (let at = topology.parent[index] ?? -1; at >= 0; at = topology.parent[at] ?? -1) depth += 1;
      expect(depth).toBe(level);
    });
  });
});
