import type { Department } from "@stsphera/rbac";
import type { LinkType, ScheduleLink } from "../index.ts";
import type { VersionContent, VersionRow } from "./content.ts";
import { inOutline } from "./edit-outline.ts";
import { readAfter, readDate, readDecimal, readDuration, readLevel, words } from "./pasted-cells.ts";

export const MAX_PASTED_ROWS = 5000;

export type PastedColumn =
  | "number"
  | "level"
  | "name"
  | "department"
  | "owner"
  | "duration"
  | "quantity"
  | "unit"
  | "notEarlier"
  | "after";

/** What a cell may say, by its words in lower case. */
export type PasteWords = {
  columns: ReadonlyMap<string, PastedColumn>;
  departments: ReadonlyMap<string, Department>;
  /** Ids of the people of a name. */
  people: ReadonlyMap<string, readonly string[]>;
  /** «он», «нн», «оо», «но». */
  links: ReadonlyMap<string, LinkType>;
};

export type PasteTarget = {
  newKey: () => string;
  department: Department;
  /** New rows have this number or a later one, also where the version itself has fewer. */
  firstNumber?: number;
};

/** What is wrong, by line and column of the pasted rows, from 1. */
export type PasteProblem = {
  line: number;
  column: number;
  text: string;
  why:
    | "too_many_rows"
    | "unknown_column"
    | "no_name_column"
    | "number_twice"
    | "unknown_person"
    | "several_people"
    | "unknown_row"
    | PastedColumn;
};

const DEFAULT_COLUMNS: readonly PastedColumn[] = [
  "name",
  "department",
  "owner",
  "duration",
  "quantity",
  "unit",
  "after",
];

type Line = { line: number; cells: Map<PastedColumn, { text: string; column: number }> };

/**
 * Reads rows of a spreadsheet into a version. A first line that names columns is a heading; without one columns lie in
 * their usual order. A row with a number of the version changes that row in the fields that are pasted; others are added
 * at the end. Everything that cannot be read is told, and nothing should be saved then.
 */
export function readPastedRows(
  table: readonly (readonly string[])[],
  content: VersionContent,
  known: PasteWords,
  { newKey, department, firstNumber = 1 }: PasteTarget,
): { content: VersionContent; problems: PasteProblem[] } {
  if (table.length > MAX_PASTED_ROWS + 1) {
    const problem = { line: MAX_PASTED_ROWS + 2, column: 1, text: "", why: "too_many_rows" } as const;
    return { content, problems: [problem] };
  }
  const { lines, problems } = readLines(table, known);
  const rows = new Map(content.rows.map((row) => [row.key, row]));
  const byNumber = new Map(content.rows.map((row) => [row.number, row.key]));
  const pasted = new Set<number>();
  // New rows are numbered behind all numbers there are and all that are pasted.
  const numbers = lines.map(({ cells }) => readNumber(cells.get("number")?.text ?? "") ?? 0);
  let next =
    [...byNumber.keys(), ...numbers].reduce((most, number) => Math.max(most, number), firstNumber - 1) + 1;
  const above: { key: string; level: number }[] = [];
  const links: ScheduleLink[] = [];
  const linked = new Set<string>();
  const keyed = lines.map((line) => {
    const tell = (column: PastedColumn, why: PasteProblem["why"] = column) => {
      const cell = line.cells.get(column);
      problems.push({ line: line.line, column: cell?.column ?? 1, text: cell?.text ?? "", why });
    };
    const numberText = line.cells.get("number")?.text ?? "";
    const number = readNumber(numberText);
    if (numberText !== "" && number === null) tell("number");
    if (number !== null && pasted.has(number)) tell("number", "number_twice");
    if (number !== null) pasted.add(number);
    const was = rows.get((number !== null && byNumber.get(number)) || "");
    const level = line.cells.has("level") ? readLevel(line.cells.get("level")?.text ?? "") : null;
    if (line.cells.has("level") && level === null) tell("level");
    if (level !== null) above.length = above.findLastIndex((one) => one.level < level) + 1;
    const parent = level === null ? (was?.parent ?? null) : (above.at(-1)?.key ?? null);
    const key = was?.key ?? newKey();
    const own = number ?? next;
    const row = readRow(line, was, known, tell, {
      key,
      number: own,
      parent,
      department: (parent === null ? undefined : rows.get(parent)?.department) ?? department,
    });
    if (number === null) next += 1;
    rows.set(key, row);
    byNumber.set(own, key);
    if (level !== null) above.push({ key, level });
    return { line, key, tell };
  });
  for (const { line, key, tell } of keyed) {
    const cell = line.cells.get("after");
    if (cell === undefined) continue;
    linked.add(key);
    const after = readAfter(cell.text, known.links);
    if (after === null) tell("after");
    for (const { number, type, lag } of after ?? []) {
      const from = byNumber.get(number);
      if (from === undefined || from === key) tell("after", "unknown_row");
      else links.push({ from, to: key, type, lag, unit: "work" });
    }
  }
  const kept = content.links.filter(({ to }) => !linked.has(to));
  const ordered = inOutline([...rows.values()]);
  return { content: { start: content.start, rows: ordered, links: [...kept, ...links] }, problems };
}

const readNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

function readLines(table: readonly (readonly string[])[], known: PasteWords) {
  const problems: PasteProblem[] = [];
  const heading = (table[0] ?? []).map((text) => known.columns.get(words(text)));
  const named = heading.filter((column) => column !== undefined).length;
  const hasHeading = named >= 2 || (named === 1 && table[0]?.length === 1);
  const columns = hasHeading ? heading : DEFAULT_COLUMNS;
  if (hasHeading) {
    table[0]?.forEach((text, index) => {
      if (columns[index] === undefined && text.trim() !== "") {
        problems.push({ line: 1, column: index + 1, text, why: "unknown_column" });
      }
    });
    if (!columns.includes("name")) problems.push({ line: 1, column: 1, text: "", why: "no_name_column" });
  }
  const lines: Line[] = [];
  for (const [index, row] of table.entries()) {
    if ((hasHeading && index === 0) || row.every((text) => text.trim() === "")) continue;
    const cells: Line["cells"] = new Map();
    for (const [at, text] of row.entries()) {
      const column = columns[at];
      if (column !== undefined) cells.set(column, { text: text.trim(), column: at + 1 });
      else if (!hasHeading && text.trim() !== "") {
        problems.push({ line: index + 1, column: at + 1, text, why: "unknown_column" });
      }
    }
    lines.push({ line: index + 1, cells });
  }
  return { lines, problems };
}

type Place = Pick<VersionRow, "key" | "number" | "parent" | "department">;

/** The row of a line; a cell that is not pasted leaves a field as it was, an empty one empties it. */
function readRow(
  { cells }: Line,
  was: VersionRow | undefined,
  known: PasteWords,
  tell: (column: PastedColumn, why?: PasteProblem["why"]) => void,
  place: Place,
): VersionRow {
  const text = (column: PastedColumn) => cells.get(column)?.text;
  /** The value of a cell; `former` where it is not pasted, `empty` where it says nothing or cannot be read. */
  const read = <T>(column: PastedColumn, former: T, empty: T, of: (text: string) => T | null): T => {
    const cell = text(column);
    if (cell === undefined) return former;
    if (cell === "") return empty;
    const value = of(cell);
    if (value === null) tell(column);
    return value ?? former;
  };
  const name = read<string>("name", was?.name ?? "", "", (cell) => cell.replaceAll(/\s+/g, " "));
  if (name === "") tell("name");
  const ofPerson = (cell: string) => {
    const [person, another] = known.people.get(words(cell)) ?? [];
    if (person === undefined) tell("owner", "unknown_person");
    else if (another !== undefined) tell("owner", "several_people");
    return another === undefined && person !== undefined ? person : "";
  };
  const owner = read<string | null>("owner", was?.owner ?? null, null, ofPerson);
  const notEarlier = read<string | null>("notEarlier", null, null, readDate);
  return {
    key: place.key,
    number: place.number,
    parent: place.parent,
    name,
    department: read(
      "department",
      was?.department ?? place.department,
      was?.department ?? place.department,
      (cell) => known.departments.get(words(cell)) ?? null,
    ),
    owner: owner === "" ? (was?.owner ?? null) : owner,
    duration: read<number>("duration", was?.duration ?? 1, was?.duration ?? 1, readDuration),
    quantity: read<string | null>("quantity", was?.quantity ?? null, null, readDecimal),
    unit: read<string | null>("unit", was?.unit ?? null, null, (cell) => cell),
    work: was?.work ?? null,
    facade: was?.facade ?? null,
    constraint:
      text("notEarlier") === undefined
        ? (was?.constraint ?? null)
        : notEarlier === null
          ? null
          : { kind: "not_earlier", edge: "start", day: notEarlier },
  };
}
