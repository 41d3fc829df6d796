import { type Facade, FLOORS, type Floor } from "./block-b.ts";
import { cellsOf, type PlannedCell, type Work } from "./work-plan.ts";

/** The floor up to which a work was done before the system was introduced; Восток had not been started. */
const DONE_THROUGH: readonly [work: Work, facade: Facade, floor: Floor][] = [
  ["ГЕО", "Юг", "14"],
  ["БУР", "Юг", "9"],
  ["КРН-Н", "Юг", "8"],
  ["КРН-В", "Юг", "7"],
  ["НПР", "Юг", "5"],
  ["УТП", "Юг", "4"],
  ["ГЕО", "Запад", "14"],
  ["БУР", "Запад", "8"],
  ["КРН-Н", "Запад", "8"],
  ["КРН-В", "Запад", "7"],
  ["НПР", "Запад", "4"],
  ["УТП", "Запад", "3"],
];

export const BALANCES_NOTE = "Ввод остатков, ведомость № 1";

/** Cells that were completed before. */
export const OPENING_CELLS: readonly PlannedCell[] = DONE_THROUGH.flatMap(([work, facade, through]) =>
  cellsOf(facade, work).filter((cell) => FLOORS.indexOf(cell.floor) <= FLOORS.indexOf(through)),
);
