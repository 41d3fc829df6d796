import { describe, expect, it } from "vitest";
import { orderLines } from "./order-lines.ts";
import type { FormCell } from "./read-form-cells.ts";

let ids = 0;
const FACADES = ["Юг", "Запад", "Восток"];
const WORKS = ["ГЕО", "БУР", "КРН-Н", "КРН-В", "НПР", "УТП", "МОД", "ГЕР"];

function cell(place: string, more: Partial<FormCell> = {}): FormCell {
  const [work = "", facade = "", floor = ""] = place.split(" ");
  ids += 1;
  return {
    floorVolumeId: ids,
    workTypeId: WORKS.indexOf(work) + 1,
    workCode: work,
    workName: work,
    unit: "шт",
    workSort: (WORKS.indexOf(work) + 1) * 10,
    workGroup: work === "МОД" ? "module" : "other",
    requiresPhoto: false,
    facade,
    facadeId: FACADES.indexOf(facade) + 1,
    facadeSort: FACADES.indexOf(facade),
    floor,
    floorSort: Number(floor),
    planTotal: "36",
    done: "0",
    doneOfDay: null,
    planOfDay: null,
    newestOfDay: null,
    planStart: null,
    planFinish: null,
    workdaysToFinish: 0,
    last: null,
    lastFive: [],
    paceCrewId: null,
    own: false,
    ...more,
  };
}
const last = (date: string) => ({ last: { date, quantity: "10", workers: 8, crewId: 1 } });
const names = (cells: readonly FormCell[]) =>
  cells.map((one) => `${one.workCode} ${one.facade} ${one.floor}`);
const today = { date: "2026-09-10", tenShiftsAgo: "2026-08-29", ownCrewIds: [], zones: [], crewOnly: false };

describe("the order of a day's lines", () => {
  it("starts with the last worked lines, modules first, then the next floor, then the plan window", () => {
    const cells = [
      cell("ГЕО Восток 1", { planStart: "2026-09-01", planFinish: "2026-09-20" }),
      cell("БУР Восток 1", { planStart: "2026-09-01", planFinish: "2026-09-12" }),
      cell("КРН-Н Запад 12", { done: "14", ...last("2026-09-07") }),
      cell("УТП Юг 12", { done: "30", ...last("2026-09-09") }),
      cell("МОД Юг 11", { done: "22", ...last("2026-09-09") }),
      cell("ГЕР Запад 5", { done: "36", ...last("2026-09-01") }),
      cell("ГЕР Запад 6"),
      cell("ГЕР Запад 7"),
      cell("КРН-В Юг 3", { planStart: "2026-10-01", planFinish: "2026-10-20" }),
    ];
    const { lines, others } = orderLines(cells, today);
    expect(names(lines)).toEqual([
      "МОД Юг 11",
      "УТП Юг 12",
      "КРН-Н Запад 12",
      "ГЕР Запад 6",
      "БУР Восток 1",
      "ГЕО Восток 1",
    ]);
    expect(names(others)).toEqual(["КРН-В Юг 3", "ГЕР Запад 7"]);
  });

  it("moves a line idle for more than ten shifts back to its window", () => {
    const rested = cell("МОД Восток 5", {
      done: "8",
      ...last("2026-08-20"),
      planStart: "2026-08-01",
      planFinish: "2026-09-30",
    });
    const next = cell("ГЕР Юг 8");
    const done = cell("ГЕР Юг 7", { done: "36", ...last("2026-09-08") });
    expect(names(orderLines([rested, next, done], today).lines)).toEqual(["ГЕР Юг 8", "МОД Восток 5"]);
  });

  it("shows a cell finished today, but none finished before", () => {
    const finished = cell("МОД Юг 1", { done: "36", doneOfDay: "4" });
    const before = cell("МОД Юг 2", { done: "36", ...last("2026-09-01") });
    expect(names(orderLines([finished, before], today).lines)).toEqual(["МОД Юг 1"]);
  });

  it("puts twelve lines before the others, and shows every open cell once", () => {
    const cells = Array.from({ length: 40 }, (_, at) =>
      cell(`МОД Юг ${at + 1}`, { planStart: "2026-09-01", planFinish: "2026-09-30" }),
    );
    const { lines, others } = orderLines(cells, today);
    expect(lines).toHaveLength(12);
    expect(new Set([...lines, ...others]).size).toBe(40);
  });

  it("shows what was entered for the day, however many lines come before it", () => {
    const window = { planStart: "2026-09-01", planFinish: "2026-09-30" };
    const worked = Array.from({ length: 13 }, (_, at) => cell(`МОД Юг ${at + 1}`, last("2026-09-09")));
    const entered = cell("ГЕР Юг 1", { done: "4", doneOfDay: "4", ...window, ...last("2026-09-02") });
    const { lines, others } = orderLines([...worked, entered], today);
    expect(lines).toHaveLength(13);
    expect(names(lines)).toContain("ГЕР Юг 1");
    expect(names(others)).not.toContain("ГЕР Юг 1");
  });
});

const inWindow = { planStart: "2026-09-01", planFinish: "2026-09-30" };
const zone = (facade: string, fromSort: number, toSort: number) => ({
  name: `${facade} ${fromSort}`,
  facade,
  facadeId: FACADES.indexOf(facade) + 1,
  fromSort,
  toSort,
});

describe("whose lines come first", () => {
  it("what the reader works on, then their zones, then the rest; each in working order", () => {
    const cells = [
      cell("МОД Восток 5", { done: "8", ...last("2026-09-09") }),
      cell("БУР Запад 9", inWindow),
      cell("БУР Запад 12", inWindow),
      cell("УТП Юг 12", { done: "30", ...last("2026-09-05"), own: true }),
    ];
    const { lines } = orderLines(cells, { ...today, zones: [zone("Запад", 8, 10)] });
    expect(lines.map((line) => [names([line])[0], line.whose])).toEqual([
      ["УТП Юг 12", "own"],
      ["БУР Запад 9", "zone"],
      ["МОД Восток 5", "other"],
      ["БУР Запад 12", "other"],
    ]);
  });

  it("an installer sees the lines of their crew alone, and what nobody has begun of the work it does", () => {
    const ours = { last: { date: "2026-09-09", quantity: "10", workers: 8, crewId: 6 }, paceCrewId: 6 };
    const cells = [
      cell("МОД Запад 10", { done: "8", ...ours }),
      cell("МОД Запад 11", { ...inWindow, paceCrewId: 6 }),
      cell("МОД Восток 2", inWindow),
      cell("МОД Юг 11", { done: "8", ...last("2026-09-09"), paceCrewId: 1 }),
      cell("БУР Восток 2", inWindow),
    ];
    const crew = { ...today, ownCrewIds: [6], crewOnly: true };
    const { lines, others } = orderLines(cells, crew);
    expect(names([...lines, ...others])).toEqual(["МОД Запад 10", "МОД Запад 11", "МОД Восток 2"]);
    const none = orderLines(cells, { ...crew, ownCrewIds: [] });
    expect([...none.lines, ...none.others]).toEqual([]);
  });

  it("a crew that has not begun anything may begin what nobody has", () => {
    const cells = [cell("МОД Юг 1", inWindow), cell("БУР Юг 1", { ...inWindow, paceCrewId: 2 })];
    const { lines } = orderLines(cells, { ...today, ownCrewIds: [6], crewOnly: true });
    expect(names(lines)).toEqual(["МОД Юг 1"]);
  });

  it("what others have begun without naming a crew is not an installer's", () => {
    const unnamed = { last: { date: "2026-09-09", quantity: "10", workers: 8, crewId: null } };
    const newestOfDay = { factId: 1, by: "Прораб", at: "2026-09-10T06:00:00Z", photos: 0, version: 1 };
    const cells = [
      cell("МОД Юг 1", { done: "10", ...unnamed }),
      cell("МОД Восток 1", { done: "4", doneOfDay: "4", newestOfDay }),
      cell("МОД Запад 1", { done: "10", ...unnamed, own: true }),
      cell("МОД Запад 2", inWindow),
    ];
    for (const ownCrewIds of [[6], []]) {
      const { lines, others } = orderLines(cells, { ...today, ownCrewIds, crewOnly: true });
      expect(names([...lines, ...others])).toEqual(
        ownCrewIds.length > 0 ? ["МОД Запад 1", "МОД Запад 2"] : ["МОД Запад 1"],
      );
    }
    const fresh = orderLines(cells.slice(0, 2), { ...today, ownCrewIds: [6], crewOnly: true });
    expect([...fresh.lines, ...fresh.others]).toEqual([]);
  });
});
