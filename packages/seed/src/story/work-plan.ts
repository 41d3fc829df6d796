import { type Facade, type Floor, floorsOf } from "./block-b.ts";

/** Work codes in building order. */
export const WORKS = ["ГЕО", "БУР", "КРН-Н", "КРН-В", "НПР", "УТП", "МОД", "ГЕР", "РЕЗ", "КРЫ"] as const;
export type Work = (typeof WORKS)[number];

/** Plan of a cell on floor 1, on floors 2–14, and on the technical floor if the work exists there. */
type FloorPlans = [first: string, middle: string, technical?: string];

/** Quantities by geometry: Юг is 54 m (36 modules) long, Запад and Восток 36 m (24 modules). */
const PLANS: Readonly<Record<Work, { wide: FloorPlans; narrow: FloorPlans }>> = {
  ГЕО: { wide: ["1", "1", "1"], narrow: ["1", "1", "1"] },
  БУР: { wide: ["222", "148", "120"], narrow: ["150", "100", "80"] },
  "КРН-Н": { wide: ["37", "37", "60"], narrow: ["25", "25", "40"] },
  "КРН-В": { wide: ["74", "37", "60"], narrow: ["50", "25", "40"] },
  НПР: { wide: ["108", "108", "216"], narrow: ["72", "72", "144"] },
  УТП: { wide: ["48.6", "48.6", "129.6"], narrow: ["32.4", "32.4", "86.4"] },
  МОД: { wide: ["36", "36"], narrow: ["24", "24"] },
  ГЕР: { wide: ["108", "108"], narrow: ["72", "72"] },
  РЕЗ: { wide: ["231.6", "187.2"], narrow: ["156", "126"] },
  КРЫ: { wide: ["177.6", "133.2"], narrow: ["120", "90"] },
};

export type PlannedCell = { facade: Facade; floor: Floor; work: Work; planQty: string };

/** Plan of one work on one facade by floor, from the ground up. */
export function cellsOf(facade: Facade, work: Work): PlannedCell[] {
  const [first, middle, technical] = PLANS[work][facade === "Юг" ? "wide" : "narrow"];
  return floorsOf(facade).flatMap((floor) => {
    const planQty = floor === "1" ? first : floor === "тех" ? technical : middle;
    return planQty === undefined ? [] : [{ facade, floor, work, planQty }];
  });
}

export type CellKey = `${Facade} ${Floor} ${Work}`;
export const cellKey = (cell: { facade: Facade; floor: Floor; work: Work }): CellKey =>
  `${cell.facade} ${cell.floor} ${cell.work}`;
