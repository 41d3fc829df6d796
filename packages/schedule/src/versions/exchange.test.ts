import { describe, expect, test } from "vitest";
import { exportProject, importProject, networkOf } from "../mspdi/index.ts";
import { allDates } from "../index.ts";
import { TEMPLATES } from "../templates/index.ts";
import { productionCalendar } from "../testing/calendars.ts";
import { computed } from "../testing/compute.ts";
import type { VersionContent } from "./content.ts";
import { contentOfTemplate, templateOfContent } from "./from-template.ts";
import { contentOfProject, projectCalendar, projectOfContent } from "./project.ts";
import { dated, version, versionRow } from "./testing/versions.ts";

let keys = 0;
const newKey = () => {
  keys += 1;
  return `k${keys}`;
};

const calendar = projectCalendar(productionCalendar, {
  name: "Площадка",
  weekdays: [1, 2, 3, 4, 5],
  from: "2026-01-01",
  to: "2027-12-31",
});

const asProject = (content: VersionContent) =>
  projectOfContent(dated(content), {
    name: "Школа",
    dataDate: null,
    calendar,
    progress: new Map(),
    base: new Map(),
  });

describe("templates", () => {
  test.each(TEMPLATES)("$name becomes an object's rows, and a template again", (template) => {
    const content = contentOfTemplate(template, "2026-04-13", { newKey, owners: { pto: "klimova" } });
    expect(content.rows.map(({ number }) => number)).toEqual(template.rows.map((_, index) => index + 1));
    expect(new Set(content.rows.map(({ key }) => key)).size).toBe(template.rows.length);
    const owned = content.rows.filter(({ owner }) => owner !== null);
    expect(owned.length).toBeGreaterThan(8);
    expect(new Set(owned.map(({ department, owner }) => `${department} ${owner}`))).toEqual(
      new Set(["pto klimova"]),
    );
    const again = templateOfContent(content, { code: "own", name: "Свой" });
    expect(again.rows.map(({ name, duration, work }) => [name, duration, work])).toEqual(
      template.rows.map(({ name, duration, work }) => [name, duration, work]),
    );
    const next = contentOfTemplate(again, "2026-04-13", { newKey, owners: {} });
    expect([...dated(next).dates.values()]).toEqual([...dated(content).dates.values()]);
  });
});

describe("Microsoft Project", () => {
  const [template] = TEMPLATES;
  if (template === undefined) throw new Error("no templates");
  const content = contentOfTemplate(template, "2026-04-13", { newKey, owners: { supply: "gushchina" } });

  test("a version goes there and comes back with its keys, owners and dates", () => {
    const project = asProject(content);
    const read = importProject(new TextEncoder().encode(exportProject(project)));
    if (read.refusal) throw new Error(read.refusal.kind);
    expect(read).toEqual({ project, notices: [] });
    expect(contentOfProject(read.project, content.rows, { newKey, department: "technical" })).toEqual({
      content: { ...content, links: expect.arrayContaining([...content.links]) },
      guessed: [],
    });
    const there = allDates(computed(networkOf(read.project))).map(({ start, finish }) => ({ start, finish }));
    expect(there).toEqual([...dated(content).dates.values()]);
  });

  test("progress, base and the data date go with it, but not for a summary", () => {
    const small = version([versionRow("s1"), versionRow("r2", { parent: "s1" })]);
    const done = { actualStart: "2026-04-13", actualFinish: null, remaining: 2, percentComplete: 60 };
    const base = { start: "2026-04-13", finish: "2026-04-17", duration: 5 };
    const both = ["s1", "r2"];
    const project = projectOfContent(dated(small), {
      name: "",
      dataDate: "2026-04-16",
      calendar,
      progress: new Map(both.map((key) => [key, done])),
      base: new Map(both.map((key) => [key, base])),
    });
    expect(project.tasks).toMatchObject([
      { uid: 1, level: 1, duration: 0, actualStart: null, percentComplete: 0, baseline: base },
      { uid: 2, level: 2, duration: 5, ...done, baseline: base },
    ]);
  });

  test("new rows take the department above them, and are named where there is none", () => {
    const project = asProject(version([versionRow("r1", { department: "pto", quantity: "5", unit: "шт" })]));
    const [first] = project.tasks;
    if (first === undefined) throw new Error("no rows");
    const tasks = [
      first,
      { ...first, uid: 70, level: 2, name: "Новая" },
      { ...first, uid: 71, name: "Отдельная" },
    ];
    const former = [versionRow("r1", { department: "pto", quantity: "5", unit: "шт" })];
    const result = contentOfProject({ ...project, tasks }, former, {
      newKey: () => "new",
      department: "technical",
    });
    expect(result.content.rows).toMatchObject([
      { key: "r1", number: 1, department: "pto", owner: "belov", quantity: "5" },
      { key: "new", number: 70, parent: "r1", department: "pto", owner: null, name: "Новая" },
      { key: "new", number: 71, parent: null, department: "technical" },
    ]);
    expect(result.guessed).toEqual(["new"]);
  });

  test("a calendar is its week and the days that differ", () => {
    expect(calendar.exceptions.filter(({ day }) => day.startsWith("2026-05"))).toEqual([
      { day: "2026-05-01", worked: false },
      { day: "2026-05-11", worked: false },
    ]);
  });
});
