import { type Facade, FACADES, FLOORS, type Floor } from "./block-b.ts";
import { LEDGER } from "./ledger.ts";
import type { PersonCode } from "./people.ts";
import { type CellKey, cellKey, type Work, WORKS } from "./work-plan.ts";

/** A correct entry of the ledger: a day and a cell. */
export type Line = {
  /** Worked shifts before the day of seeding. */
  shift: number;
  crew: string;
  work: Work;
  facade: Facade;
  floor: Floor;
  cell: CellKey;
  quantity: string;
  workers: number;
  /** The plan of that day. */
  planQty: string;
  /** Hours worked, when not the whole shift. */
  hours?: string;
  author: PersonCode;
};

/** Days with a plan different from the result: modules by the planned pace, and three cut short. */
function planOf({
  work,
  facade,
  floor,
  quantity,
}: Pick<Line, "work" | "facade" | "floor" | "quantity">): string {
  if (work === "МОД") return facade === "Восток" ? "10" : "12";
  if (work === "КРН-Н" && facade === "Запад" && floor === "12") return "16";
  if (work === "КРН-В" && facade === "Юг" && floor === "13") return "24";
  if (work === "УТП" && facade === "Юг" && floor === "12") return "32.4";
  return quantity;
}

/** Shifts with idle hours: no modules until 14:00, winch in repair until 12:00. */
const SHORT_SHIFTS: Readonly<Record<string, string>> = { "БР-5 24": "3", "БР-5 9": "4" };

const ROW = /^(\d+) (\S+) ([ЮЗВ])(\d+|тех) ([\d.]+)\/(\d+)$/u;

function parse(crew: string, text: string): Line {
  const [, s, workCode, letter, floorCode, quantity, workers] = ROW.exec(text) ?? [];
  const work = WORKS.find((code) => code === workCode);
  const facade = FACADES.find((name) => name.startsWith(letter ?? "?"));
  const floor = FLOORS.find((code) => code === floorCode);
  if (work === undefined || facade === undefined || floor === undefined || quantity === undefined) {
    throw new Error(`the ledger of ${crew} has a row that says nothing: ${text}`);
  }
  const place = { work, facade, floor };
  const hours = SHORT_SHIFTS[`${crew} ${s}`];
  return {
    ...place,
    cell: cellKey(place),
    shift: Number(s),
    crew,
    quantity,
    workers: Number(workers),
    planQty: planOf({ ...place, quantity }),
    ...(hours === undefined ? {} : { hours }),
    author: facade === "Восток" ? "zhilin" : "belov",
  };
}

/** All correct entries, from the lists of the crews. */
export const LINES: readonly Line[] = Object.entries(LEDGER).flatMap(([crew, rows]) =>
  rows.split(";").map((row) => parse(crew, row.trim())),
);

/** The line entered wrongly at first, and the wrong value. */
export const MISTAKE = { shift: 5, cell: "Юг 6 РЕЗ" as CellKey, typed: "18.7", minutesLater: 18 };

export const isMistaken = (line: Line): boolean => line.shift === MISTAKE.shift && line.cell === MISTAKE.cell;

/** Key of an entry, the same on every day of seeding. */
export const lineKey = (line: Line): string => `${line.shift} ${line.cell}`;
