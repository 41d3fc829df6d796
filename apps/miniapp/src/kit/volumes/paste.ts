import { shortWorkName } from "@stsphera/contracts/format";
import {
  type Cells,
  type CellProblem,
  cellKey,
  type Grid,
  type Place,
  problemOf,
  type Work,
} from "./cells.ts";
import { floorKey } from "./floor-range.ts";
import { rowsOf } from "./sheet-rows.ts";

/** More than an object can need; beyond it reading would hold up the phone. */
const MAX_ROWS = 2000;
const MAX_COLUMNS = 300;

/** What is wrong in pasted rows: its line and column, counted from 1 as a spreadsheet does. */
export type PasteProblem = {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly why: CellProblem | "facade" | "floor" | "work" | "beyond" | "twice" | "rows" | "columns";
};
export type Pasted = { readonly cells: Cells; readonly problems: readonly PasteProblem[] };

const NOTHING = new Set(["", "-", "–", "—", "0"]);
const words = (text: string) =>
  text
    .normalize("NFC")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim()
    .toLocaleLowerCase("ru");

type Head = { readonly works: readonly (Work | null | undefined)[]; readonly labels: number };

/** A first row that names works is a heading; the columns before the first work contain the labels of rows. */
function headOf(row: readonly string[], works: readonly Work[]): Head | null {
  const found = row.map((text) =>
    text === ""
      ? undefined
      : (works.find(({ code, name }) =>
          [code, name, shortWorkName(name)].some((one) => words(one) === words(withoutUnit(text))),
        ) ?? null),
  );
  const first = found.findIndex((work) => work !== null && work !== undefined);
  return first < 0 ? null : { works: found, labels: Math.min(first, 2) };
}

/** «Модули, шт» names the same work as «Модули». */
const withoutUnit = (text: string) => text.replace(/,\s*(шт|м\.?\s?п\.?|м²|м2|этаж)\.?$/i, "");

const facadeNamed = (text: string, facades: readonly Place[]) =>
  facades.find(({ name, key }) => [name, key].some((one) => words(one) === words(text)));
const floorNamed = (text: string, floors: readonly Place[]) =>
  floors.find(({ name }) => floorKey(name) === floorKey(text.replace(/\s*(этаж|эт\.?)$/i, "")));

/**
 * Reads rows copied from a spreadsheet. With a heading that names works its columns may come in any order, and the columns
 * before them name the floor, or facade and floor. Without one a first column of floors is recognised, and works follow
 * in the order of the grid. Everything that cannot be read is told by line and column.
 */
export function readPasted(text: string, grid: Grid, facade: Place): Pasted {
  const rows = rowsOf(text);
  const tooMany = sizeProblem(rows);
  if (tooMany !== null) return { cells: {}, problems: [tooMany] };
  const head = headOf(rows[0] ?? [], grid.known ?? grid.works);
  const body = rows.slice(head === null ? 0 : 1);
  const labels = head?.labels ?? (areLabels(body, grid) ? 1 : 0);
  const cells: Record<string, string> = {};
  const problems: PasteProblem[] = [];
  const toldColumns = new Set<number>();
  let here: Place | undefined = facade;
  for (const [at, row] of body.entries()) {
    const line = at + (head === null ? 1 : 2);
    if (row.every((cell) => cell === "")) continue;
    const named = labels === 2 ? (row[0] ?? "") : "";
    if (named !== "") here = facadeNamed(named, grid.facades);
    if (here === undefined) {
      problems.push({ line, column: 1, text: named, why: "facade" });
      continue;
    }
    const label = row[labels - 1] ?? "";
    const floor = labels === 0 ? grid.floors[at] : floorNamed(label, grid.floors);
    if (floor === undefined) {
      problems.push({
        line,
        column: Math.max(labels, 1),
        text: labels === 0 ? (row[0] ?? "") : label,
        why: labels === 0 ? "beyond" : "floor",
      });
      continue;
    }
    for (const [place, value] of row.entries()) {
      if (place < labels) continue;
      const work = head === null ? grid.works[place - labels] : head.works[place];
      if (NOTHING.has(value)) continue;
      if (work === undefined || work === null) {
        const [why, told] =
          head === null ? (["beyond", value] as const) : (["work", rows[0]?.[place] ?? ""] as const);
        if (why === "beyond" || !toldColumns.has(place))
          problems.push({ line: why === "work" ? 1 : line, column: place + 1, text: told, why });
        if (why === "work") toldColumns.add(place);
        continue;
      }
      const key = cellKey(here.key, floor.key, work.id);
      const why = key in cells ? "twice" : problemOf(value, work.unit);
      if (why === null) cells[key] = value;
      else problems.push({ line, column: place + 1, text: value, why });
    }
  }
  return { cells, problems };
}

/** Rows or columns beyond what is read at all; empty cells at the end of a row do not count. */
function sizeProblem(rows: readonly string[][]): PasteProblem | null {
  if (rows.length > MAX_ROWS) {
    return { line: MAX_ROWS + 1, column: 1, text: String(MAX_ROWS), why: "rows" };
  }
  const wide = rows.findIndex((row) => row.findLastIndex((cell) => cell !== "") >= MAX_COLUMNS);
  if (wide < 0) return null;
  return { line: wide + 1, column: MAX_COLUMNS + 1, text: String(MAX_COLUMNS), why: "columns" };
}

/** A first column labels the rows when it names a different floor in each; quantities hardly do. */
function areLabels(body: readonly string[][], { floors, works }: Grid): boolean {
  const firsts = body.map(([first = ""]) => first).filter((first) => first !== "");
  const areFloors = firsts.length > 0 && firsts.every((first) => floorNamed(first, floors) !== undefined);
  const differ = new Set(firsts.map(floorKey)).size === firsts.length;
  return areFloors && differ && (firsts.length > 1 || (body[0]?.length ?? 0) > works.length);
}

/** Rows pasted into a cell go right and down from it, as in a spreadsheet; what is broken stays to be mended there. */
export function spread(
  text: string,
  grid: Grid,
  { facade, floor, work }: { facade: Place; floor: Place; work: Work },
): { readonly cells: Cells; readonly lost: number } {
  const cells: Record<string, string> = {};
  let lost = 0;
  const [top, left] = [grid.floors.indexOf(floor), grid.works.indexOf(work)];
  for (const [down, row] of rowsOf(text).entries()) {
    for (const [right, value] of row.entries()) {
      const [toFloor, toWork] = [grid.floors[top + down], grid.works[left + right]];
      if (toFloor === undefined || toWork === undefined) lost += value === "" ? 0 : 1;
      else cells[cellKey(facade.key, toFloor.key, toWork.id)] = NOTHING.has(value) ? "" : value;
    }
  }
  return { cells, lost };
}
