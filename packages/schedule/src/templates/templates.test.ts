import { DEPARTMENTS } from "@stsphera/rbac";
import { describe, expect, test } from "vitest";
import { drivingPath, lastRow, rowDates } from "../index.ts";
import { productionCalendar, sixDays } from "../testing/calendars.ts";
import { computed } from "../testing/compute.ts";
import { networkOfTemplate, type Template, templateProblems, TEMPLATES } from "./index.ts";
import { createTemplate } from "./template.ts";

const START = "2026-01-12";
/** Codes of the works an installation starts with. */
const WORKS = "ГЕО БУР КРН-Н КРН-В НПР УТП МОД ГЕР РЕЗ КРЫ ОБЛ ОТС СТР ЗАП ПРЖ".split(" ");
const MONTH = 30.4 * 86_400_000;

test("there are three templates", () => {
  expect(TEMPLATES.map(({ name }) => name)).toEqual(["НВФ", "СПК стоечно-ригельный", "СПК модульный"]);
  expect(new Set(TEMPLATES.map(({ code }) => code)).size).toBe(3);
});

describe.each(TEMPLATES)("the template $name", (template) => {
  const { rows, links } = template;
  const leaves = rows.filter(({ parent }) => parent !== null);
  const schedule = computed(networkOfTemplate(template, START, productionCalendar));
  const dates = (key: string) => {
    const found = rowDates(schedule, key);
    if (!found) throw new Error(`no row ${key}`);
    return found;
  };

  test("has 106 to 140 rows in ten departments, in their order", () => {
    expect(rows.length).toBeGreaterThanOrEqual(106);
    expect(rows.length).toBeLessThanOrEqual(140);
    expect(rows.filter(({ parent }) => parent === null).map(({ key }) => key)).toEqual([
      "contract",
      "technical",
      "design_opr",
      "design_km",
      "design_kmd",
      "supply",
      "production",
      "safety",
      "construction",
      "pto",
    ]);
    for (const department of DEPARTMENTS) {
      expect(leaves.filter((row) => row.department === department).length, department).toBeGreaterThan(7);
    }
  });

  test("names each row once in its department, in words that fit a phone", () => {
    for (const { name } of rows) expect(name.length, name).toBeLessThanOrEqual(60);
    expect(new Set(leaves.map((row) => `${row.department} ${row.name}`)).size).toBe(leaves.length);
  });

  test("has durations of working days, few milestones, and works of the dictionary", () => {
    expect(leaves.filter(({ duration }) => duration === 0).map(({ key }) => key)).toEqual(["c1", "b9"]);
    expect(Math.max(...leaves.map(({ duration }) => duration))).toBeLessThanOrEqual(60);
    for (const { work } of rows) if (work !== null) expect(WORKS).toContain(work);
  });

  test("begins with the contract alone: every other row comes after one", () => {
    const after = new Set(links.map(({ to }) => to));
    expect(leaves.filter(({ key }) => !after.has(key)).map(({ key }) => key)).toEqual(["c1"]);
    expect(dates("c1").start).toBe(START);
  });

  test("ends after eight months to two years, with the works of the site in the second half", () => {
    const months = (Date.parse(schedule.finish ?? "") - Date.parse(START)) / MONTH;
    expect(months).toBeGreaterThan(8);
    expect(months).toBeLessThan(24);
    expect(dates("construction").start > dates("design_km").start).toBe(true);
    expect(dates("x3").start > dates("m9").finish).toBe(true);
    expect(dates("a19").start > dates("x14").finish).toBe(true);
    expect(drivingPath(schedule, lastRow(schedule) ?? "").at(-1)).toBe("c1");
  });

  test("follows the gates of the works: insulation after brackets, infill after the frame", () => {
    const of = (work: string) => leaves.filter((row) => row.work === work).map(({ key }) => dates(key));
    const bracketsDone = of("КРН-Н").map(({ finish }) => finish);
    for (const { start } of [...of("УТП"), ...of("МОД")]) expect(start > (bracketsDone[0] ?? "")).toBe(true);
    for (const { start } of of("ЗАП")) expect(start > (of("СТР")[0]?.finish ?? "")).toBe(true);
    for (const { finish } of of("ПРЖ")) expect(finish > (of("ЗАП")[0]?.finish ?? "")).toBe(true);
  });

  test("has nothing wrong with it", () => {
    expect(templateProblems(template, productionCalendar)).toEqual([]);
  });

  test("takes the calendar of its object", () => {
    const faster = computed(networkOfTemplate(template, START, sixDays));
    expect((faster.finish ?? "") < (schedule.finish ?? "")).toBe(true);
  });
});

test("a line that comes after something unreadable is refused by its key", () => {
  const lines = [["c1", "Договор", 1, "c0 XX+2"]] as const;
  expect(() => createTemplate("x", "x", [{ department: "contract", name: "x", lines }])).toThrow(
    "row c1 comes after «c0 XX+2»",
  );
});

test("a template with a missing department, a row without a name, one of another department, or a cycle is refused", () => {
  const [template] = TEMPLATES;
  if (template === undefined) throw new Error("no templates");
  const broken: Template = {
    ...template,
    rows: template.rows
      .filter(({ department }) => department !== "safety")
      .map((row) => (row.key === "c2" ? { ...row, name: " " } : row))
      .map((row) => (row.key === "c3" ? { ...row, department: "pto" as const } : row)),
    links: [
      { from: "c2", to: "c3", type: "FS", lag: 0, unit: "work" },
      { from: "c3", to: "c2", type: "FS", lag: 0, unit: "work" },
    ],
  };
  const problems = templateProblems(broken, productionCalendar);
  expect(problems.slice(0, 3)).toEqual([
    { kind: "departments_missing", departments: ["safety"] },
    { kind: "without_name", rows: ["c2"] },
    { kind: "foreign_department", rows: ["c3"] },
  ]);
  const [cycle] = problems[3]?.kind === "schedule" ? problems[3].problems : [];
  expect(cycle?.kind === "cycle" && cycle.rows.toSorted()).toEqual(["c2", "c3"]);
});
