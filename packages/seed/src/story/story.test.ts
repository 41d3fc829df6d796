import { expect, test } from "vitest";
import { addDays, mondayOf, moment, siteDay } from "../stage/days.ts";
import { listPictures } from "../photos/pictures.ts";
import { drawPicture } from "../photos/draw-picture.ts";
import { OPENING_CELLS } from "./balances.ts";
import { FACADES, type Facade, frameOf } from "./block-b.ts";
import { cellWindows } from "./cell-windows.ts";
import { CREWS } from "./crews.ts";
import { entryMoment } from "./entry-moments.ts";
import { type Line, lineKey, LINES } from "./lines.ts";
import { WINDOWS } from "./windows.ts";
import { cellKey, cellsOf, WORKS } from "./work-plan.ts";

/** Quantities have at most three decimals, so they add up exactly in thousandths. */
const thousandths = (quantity: string) => Math.round(Number(quantity) * 1000);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const shiftDay = (shift: number) => addDays("2026-09-10", -shift);

const ALL_CELLS = FACADES.flatMap((facade) => WORKS.flatMap((work) => cellsOf(facade, work)));

test("the plan has 428 cells and the quantities of the passport", () => {
  expect(ALL_CELLS).toHaveLength(428);
  const cells = FACADES.map((facade) => ALL_CELLS.filter((cell) => cell.facade === facade).length);
  expect(cells).toEqual([146, 146, 136]);
  const plans = WORKS.map((work) =>
    sum(ALL_CELLS.filter((cell) => cell.work === work).map((cell) => thousandths(cell.planQty))),
  );
  expect(plans.map((plan) => plan / 1000)).toEqual([
    44, 5176, 1333, 1395, 3960, 1857.6, 1152, 3456, 6097.2, 4369.2,
  ]);
});

test("the ledger has 201 entries, each with its own day and cell", () => {
  expect(LINES).toHaveLength(201);
  expect(new Set(LINES.map(lineKey)).size).toBe(201);
  expect(OPENING_CELLS).toHaveLength(91);
  const rows = CREWS.map(({ code }) => LINES.filter((line) => line.crew === code));
  expect(rows.map((lines) => lines.length)).toEqual([11, 33, 16, 40, 34, 31, 36]);
  expect(rows.map((lines) => sum(lines.map((line) => line.workers)))).toEqual([
    22, 127, 45, 134, 272, 207, 127,
  ]);
});

test("27 entries deviate from the plan of their day by more than 15 per cent", () => {
  const far = LINES.filter(({ quantity, planQty }) => {
    const plan = thousandths(planQty);
    return Math.abs(thousandths(quantity) - plan) * 100 > plan * 15;
  });
  expect(far).toHaveLength(27);
});

test("a floor is built in the order of the works: none ends before the previous one", () => {
  const opened = new Set(OPENING_CELLS.map(cellKey));
  const last = new Map<string, number>();
  for (const line of LINES) last.set(line.cell, Math.min(last.get(line.cell) ?? 99, line.shift));
  const before = (line: Line) =>
    WORKS.slice(0, WORKS.indexOf(line.work)).filter((work) => !(line.work === "КРН-В" && work === "КРН-Н"));
  const early = LINES.flatMap((line) =>
    before(line)
      .map((work) => cellKey({ ...line, work }))
      .filter((cell) => !opened.has(cell) && (last.get(cell) ?? -1) < line.shift)
      .map((cell) => `${lineKey(line)} before ${cell}`),
  );
  expect(early).toEqual([]);
});

test("the windows make 125 weekly rows", () => {
  const weeks = WORKS.map((work) => {
    const spans = FACADES.map((facade) => WINDOWS[work][facade]);
    return new Set(spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)))
      .size;
  });
  expect(weeks).toEqual([12, 14, 14, 15, 14, 15, 11, 10, 10, 10]);
});

test("cells share the days of their weeks from the ground up", () => {
  const days = ["1", "2", "3", "4", "5"];
  expect(cellWindows(days, 2)).toEqual([
    { planStart: "1", planFinish: "3" },
    { planStart: "3", planFinish: "5" },
  ]);
  expect(cellWindows(["1", "2"], 3).map((window) => Object.values(window).join("–"))).toEqual([
    "1–1",
    "1–2",
    "2–2",
  ]);
});

test("the days of the story: Wednesday of Н1, Saturday of Н27, the day itself in Н22", () => {
  const frame = frameOf("2026-09-10");
  expect(frame).toMatchObject({ start: "2026-04-15", deadline: "2026-10-17" });
  expect((Date.parse(mondayOf("2026-09-10")) - Date.parse(frame.firstMonday)) / 86_400_000 / 7 + 1).toBe(22);
  expect(siteDay(moment("2026-09-11", "05:59"))).toBe("2026-09-10");
  expect(siteDay(moment("2026-09-11", "06:00"))).toBe("2026-09-11");
});

test("entries are made at the end of their shift, four the next morning, one at night", () => {
  const clocks = LINES.map((line) => {
    const local = new Date(entryMoment(line, shiftDay).getTime() + 3 * 3_600_000).toISOString();
    return { own: local.slice(0, 10) === shiftDay(line.shift), clock: local.slice(11, 16) };
  });
  const mornings = clocks.filter(({ own }) => !own);
  expect(mornings).toHaveLength(4);
  for (const { clock } of mornings) expect(clock >= "07:20" && clock <= "07:50").toBe(true);
  expect(clocks.filter(({ clock }) => clock === "23:30")).toHaveLength(1);
  const evenings = clocks.filter(({ own, clock }) => own && clock >= "16:40" && clock <= "18:20");
  expect(evenings).toHaveLength(196);
});

test("modules and bearing brackets of the last 15 shifts have two or three photos each", () => {
  const pictures = listPictures(shiftDay);
  const perLine = Map.groupBy(pictures, ({ sight }) => sight.key);
  expect(perLine.size).toBe(25);
  for (const photos of perLine.values()) expect([2, 3]).toContain(photos.length);
  expect(new Set(pictures.map(drawPicture)).size).toBe(pictures.length);
});

test("every facade has one foreman who enters its facts", () => {
  const authors = (facade: Facade) => new Set(LINES.filter((l) => l.facade === facade).map((l) => l.author));
  expect(FACADES.map((facade) => [...authors(facade)])).toEqual([["belov"], ["belov"], ["zhilin"]]);
});
