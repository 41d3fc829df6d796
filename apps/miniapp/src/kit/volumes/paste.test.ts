import { expect, test } from "vitest";
import { brokenCells, type Grid, problemOf, quantityOf } from "./cells.ts";
import { readPasted, spread } from "./paste.ts";
import { rowsOf } from "./sheet-rows.ts";

const place = (name: string) => ({ key: name, name });
const grid: Grid = {
  facades: ["Юг", "Запад"].map(place),
  floors: ["1", "2", "тех"].map(place),
  works: [
    { id: 1, code: "МОД", name: "Монтаж модулей", unit: "шт", group: "module" },
    { id: 2, code: "УТП", name: "Утепление", unit: "м²", group: "other" },
  ],
};
const south = grid.facades[0] ?? place("");
const read = (...lines: string[]) => readPasted(lines.join("\n"), grid, south);

test("rows with a heading and floors are read whatever their order", () => {
  expect(read("Этаж\tУтепление, м²\tМодули", "2\t48,6\t36", "1\t1 000,5\t–", "ТЕХ\t\t0")).toEqual({
    cells: { "Юг|2|2": "48,6", "Юг|2|1": "36", "Юг|1|2": "1 000,5" },
    problems: [],
  });
});

test("one paste fills several facades, a facade named once stands for the rows below", () => {
  const { cells, problems } = read("Фасад\tЭтаж\tМОД", "Юг\t1\t36", "\t2\t36", "запад\t1\t24");
  expect(problems).toEqual([]);
  expect(cells).toEqual({ "Юг|1|1": "36", "Юг|2|1": "36", "Запад|1|1": "24" });
});

test("without a heading works follow in their order, with floors or without", () => {
  expect(read("1\t36\t48,6", "тех\t\t129,6").cells).toEqual({
    "Юг|1|1": "36",
    "Юг|1|2": "48,6",
    "Юг|тех|2": "129,6",
  });
  expect(read("36\t48,6", "36\t48,6").cells).toEqual({
    "Юг|1|1": "36",
    "Юг|1|2": "48,6",
    "Юг|2|1": "36",
    "Юг|2|2": "48,6",
  });
});

test("every cell that cannot be read is told by line and column", () => {
  const { cells, problems } = read(
    "Этаж\tМОД\tОкраска",
    "1\t36,5\t4",
    "5\t1\t1",
    "2\tмного\t",
    "2\t12\t",
    "2\t13",
  );
  expect(cells).toEqual({ "Юг|2|1": "12" });
  expect(problems).toEqual([
    { line: 2, column: 2, text: "36,5", why: "whole" },
    { line: 1, column: 3, text: "Окраска", why: "work" },
    { line: 3, column: 1, text: "5", why: "floor" },
    { line: 4, column: 2, text: "много", why: "format" },
    { line: 6, column: 2, text: "13", why: "twice" },
  ]);
});

test("more rows or columns than the grid has are told", () => {
  const { problems } = read("1\t2\t3\t4", "1\t2\t3\t4", "1\t2\t3\t4", "1\t2\t3\t4");
  expect(problems.every(({ why }) => why === "beyond")).toBe(true);
  expect(problems.length).toBeGreaterThan(0);
});

test("rows pasted into a cell go right and down from it", () => {
  const [work] = grid.works;
  const floor = grid.floors[1];
  if (work === undefined || floor === undefined) throw new Error("the grid is empty");
  expect(spread("36\t48,6\t9\nабв\t–", grid, { facade: south, floor, work })).toEqual({
    cells: { "Юг|2|1": "36", "Юг|2|2": "48,6", "Юг|тех|1": "абв", "Юг|тех|2": "" },
    lost: 1,
  });
});

test("a cell is a quantity in the unit of its work, or empty", () => {
  expect(["", " ", "0", "36", "1 152", "12,0"].map((text) => problemOf(text, "шт"))).toEqual(
    Array(6).fill(null),
  );
  expect([problemOf("1,5", "шт"), problemOf("-3", "шт"), problemOf("1,2345", "м²")]).toEqual([
    "whole",
    "format",
    "format",
  ]);
  expect(["1 152,50", "0", "", "абв"].map(quantityOf)).toEqual(["1152.5", null, null, null]);
  const broken = brokenCells(grid, { "Запад|2|1": "1,5", "Юг|1|2": "x", "Юг|9|2": "x" });
  expect(broken.map(({ key }) => key)).toEqual(["Юг|1|2", "Запад|2|1"]);
});

test("a heading may name works that the grid does not show yet", () => {
  const painting = { id: 3, code: "ОКР", name: "Окраска", unit: "м²", group: "other" } as const;
  const known = { ...grid, known: [...grid.works, painting] };
  expect(readPasted("Этаж\tОкраска\n1\t7", known, south)).toEqual({ cells: { "Юг|1|3": "7" }, problems: [] });
});

test("a cell in quotes keeps its line break, a doubled quote is one, a quote inside a cell is text", () => {
  expect(read('"Этаж\nномер"\t"Утепление,\r\nм²"\tМОД', '1\t"48,6"\t36', '2\t"7')).toEqual({
    cells: { "Юг|1|2": "48,6", "Юг|1|1": "36" },
    problems: [{ line: 3, column: 2, text: '"7', why: "format" }],
  });
  expect(rowsOf('"корпус ""А"""\t"Б" тёплый\tд"в\t"а\tб"\n"";1')).toEqual([
    ['корпус "А"', '"Б" тёплый', 'д"в', "а\tб"],
    ['"";1'],
  ]);
  expect(rowsOf('1;"2;3";\n;;\n')).toEqual([["1", "2;3", ""]]);
});

test("letters written in two parts are the same letters", () => {
  const third = { id: 3, code: "ПРЙ", name: "Приёмка стяжкой", unit: "м²", group: "other" } as const;
  const more = { ...grid, floors: [...grid.floors, place("чердачный".normalize("NFD"))], works: [third] };
  const text = "Этаж\tПриёмка стяжкой\nчердачный\t7";
  for (const form of ["NFC", "NFD"]) {
    const { cells, problems } = readPasted(text.normalize(form), more, south);
    expect(problems).toEqual([]);
    expect(Object.values(cells)).toEqual(["7"]);
  }
});

test("more rows or columns than any object has are refused as a whole", () => {
  expect(read(Array(300_000).fill("1").join("\t"))).toEqual({
    cells: {},
    problems: [{ line: 1, column: 301, text: "300", why: "columns" }],
  });
  expect(read(...Array<string>(2001).fill("1\t2"))).toEqual({
    cells: {},
    problems: [{ line: 2001, column: 1, text: "2000", why: "rows" }],
  });
  expect(read(`1\t36${"\t".repeat(400)}`).problems).toEqual([]);
});
