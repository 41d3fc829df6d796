import type { WorkType } from "@stsphera/contracts";
import { type Milli, fromMilli } from "@stsphera/contracts/format";
import { WHOLE_UNITS, type Unit } from "@stsphera/contracts/vocabulary";
import { typedMilli } from "../../shared/format/typed.ts";

/** A facade or a floor: what names it in cells, and what it is called. */
export type Place = { readonly key: string; readonly name: string };
export type Work = Pick<WorkType, "id" | "code" | "name" | "unit" | "group">;
/** The text typed into cells, by `cellKey`; an empty cell is absent. */
export type Cells = Readonly<Record<string, string>>;

const APART = "|";

export const cellKey = (facade: string, floor: string, workId: number): string =>
  [facade, floor, workId].join(APART);

/** The works, floors and facades that cells stand in. */
export type Grid = {
  readonly facades: readonly Place[];
  readonly floors: readonly Place[];
  readonly works: readonly Work[];
  /** Works that a pasted heading may name besides those shown. */
  readonly known?: readonly Work[];
};

export type CellProblem = "format" | "whole";

/** Why a cell cannot be saved; an empty one and a zero mean that there is no such work. */
export function problemOf(text: string, unit: Unit): CellProblem | null {
  if (text.trim() === "") return null;
  const milli = typedMilli(text);
  if (milli === null) return "format";
  return WHOLE_UNITS.includes(unit) && milli % 1000 !== 0 ? "whole" : null;
}

/** The quantity of a cell as it is sent; null for none. */
export function quantityOf(text: string | undefined): string | null {
  const milli = typedMilli(text ?? "");
  return milli === null || milli === 0 ? null : fromMilli(milli);
}

export type Broken = {
  readonly key: string;
  readonly facade: Place;
  readonly floor: Place;
  readonly work: Work;
  readonly text: string;
  readonly why: CellProblem;
};

/** Every cell of the grid that cannot be saved, in the order of the grid. */
export function brokenCells({ facades, floors, works }: Grid, cells: Cells): Broken[] {
  return facades.flatMap((facade) =>
    floors.flatMap((floor) =>
      works.flatMap((work) => {
        const key = cellKey(facade.key, floor.key, work.id);
        const text = cells[key] ?? "";
        const why = problemOf(text, work.unit);
        return why === null ? [] : [{ key, facade, floor, work, text, why }];
      }),
    ),
  );
}

/** What a work comes to on a facade; broken cells count as nothing. */
export const sumOf = (facade: Place, floors: readonly Place[], work: Work, cells: Cells): Milli =>
  floors.reduce((sum, { key }) => sum + (typedMilli(cells[cellKey(facade.key, key, work.id)] ?? "") ?? 0), 0);
