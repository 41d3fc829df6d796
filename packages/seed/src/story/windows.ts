import type { Facade } from "./block-b.ts";
import type { Work } from "./work-plan.ts";

/** Project weeks of a work, both inclusive. */
export type Weeks = readonly [first: number, last: number];

/** Weeks of each work on each facade: the basis of cell windows and weekly plans. */
export const WINDOWS: Readonly<Record<Work, Readonly<Record<Facade, Weeks>>>> = {
  ГЕО: { Юг: [5, 9], Запад: [5, 10], Восток: [12, 17] },
  БУР: { Юг: [6, 18], Запад: [7, 18], Восток: [15, 19] },
  "КРН-Н": { Юг: [7, 19], Запад: [7, 19], Восток: [16, 20] },
  "КРН-В": { Юг: [7, 20], Запад: [8, 20], Восток: [17, 21] },
  НПР: { Юг: [9, 22], Запад: [10, 22], Восток: [18, 22] },
  УТП: { Юг: [9, 23], Запад: [10, 23], Восток: [19, 23] },
  МОД: { Юг: [15, 25], Запад: [16, 25], Восток: [20, 25] },
  ГЕР: { Юг: [17, 25], Запад: [17, 25], Восток: [21, 26] },
  РЕЗ: { Юг: [17, 25], Запад: [17, 25], Восток: [21, 26] },
  КРЫ: { Юг: [17, 26], Запад: [18, 26], Восток: [22, 26] },
};
