import { plural } from "../../shared/i18n/plural.ts";
import type { CellProblem } from "./cells.ts";
import type { PasteProblem } from "./paste.ts";

const cellsRu = (count: number) =>
  `${count} ${plural(count, "ru", { one: "ячейка", few: "ячейки", other: "ячеек" })}`;

const ru = {
  facade: "Фасад",
  floor: "Этаж",
  table: (facade: string) => `Объёмы, фасад ${facade}`,
  cell: (floor: string, work: string, unit: string) => `Этаж ${floor}, ${work}, ${unit}`,
  total: "Итого",
  hint: "Нажмите на работу или этаж, чтобы заполнить столбец или строку",
  fillColumn: (work: string) => `Заполнить: ${work}`,
  fillRow: (floor: string) => `Этаж ${floor}`,
  quantity: (unit: string) => `Сколько на этаж, ${unit}`,
  onFloors: "На этажи",
  onFloorsHint: "Например 1–14, тех",
  fill: "Заполнить",
  copyRow: "Скопировать на этажи",
  copy: "Скопировать",
  clearRow: "Очистить этаж",
  clearColumn: "Очистить столбец",
  asFacade: (facade: string) => `Как на фасаде ${facade}`,
  unknownFloors: (codes: string) => `Таких этажей нет: ${codes}`,
  filled: (count: number) => `Заполнено: ${cellsRu(count)}`,
  cleared: (count: number) => `Очищено: ${cellsRu(count)}`,
  lost: (count: number) => `Не поместилось: ${cellsRu(count)}`,
  paste: "Вставить из таблицы",
  pasteTitle: "Строки из таблицы",
  pasteLabel: "Скопируйте строки в Excel и вставьте сюда",
  pasteHelp:
    "Первая строка может называть работы, первый столбец этажи. Если перед этажом стоит фасад, заполнятся все фасады сразу.",
  recognised: (count: number) => `Распознано: ${cellsRu(count)}`,
  at: (line: number, column: number) => `Строка ${line}, столбец ${column}`,
  pasteWhy: {
    format: (text: string) => `«${text}» не число`,
    whole: (text: string) => `${text}: нужно целое число`,
    facade: (text: string) => `фасада «${text}» нет`,
    floor: (text: string) => `этажа «${text}» нет`,
    work: (text: string) => `работы «${text}» нет среди отмеченных`,
    beyond: (text: string) => `«${text}» вне таблицы объёмов`,
    twice: (text: string) => `${text}: эта ячейка уже была выше`,
    rows: (most: string) => `больше ${most} строк сразу не вставить, вставьте частями`,
    columns: (most: string) => `больше ${most} столбцов сразу не вставить, скопируйте только нужные`,
  } satisfies Record<PasteProblem["why"], (text: string) => string>,
  more: (count: number) =>
    `и ещё ${count} ${plural(count, "ru", { one: "ошибка", few: "ошибки", other: "ошибок" })}`,
  broken: (count: number) => `Исправьте: ${cellsRu(count)}`,
  brokenAt: (facade: string, floor: string, work: string) => `${facade}, этаж ${floor}, ${work}`,
  why: {
    format: (text: string) => `«${text}» не число`,
    whole: (text: string) => `${text}: нужно целое число`,
  } satisfies Record<CellProblem, (text: string) => string>,
  take: "Вставить",
};

const cellsEn = (count: number) => `${count} ${count === 1 ? "cell" : "cells"}`;

const en: typeof ru = {
  facade: "Facade",
  floor: "Floor",
  table: (facade) => `Quantities, facade ${facade}`,
  cell: (floor, work, unit) => `Floor ${floor}, ${work}, ${unit}`,
  total: "Total",
  hint: "Press a work or a floor to fill its column or row",
  fillColumn: (work) => `Fill in: ${work}`,
  fillRow: (floor) => `Floor ${floor}`,
  quantity: (unit) => `How much a floor, ${unit}`,
  onFloors: "On floors",
  onFloorsHint: "For example 1–14, roof",
  fill: "Fill in",
  copyRow: "Copy to floors",
  copy: "Copy",
  clearRow: "Clear the floor",
  clearColumn: "Clear the column",
  asFacade: (facade) => `As on facade ${facade}`,
  unknownFloors: (codes) => `There are no such floors: ${codes}`,
  filled: (count) => `Filled in: ${cellsEn(count)}`,
  cleared: (count) => `Cleared: ${cellsEn(count)}`,
  lost: (count) => `Did not fit: ${cellsEn(count)}`,
  paste: "Paste from a spreadsheet",
  pasteTitle: "Rows of a spreadsheet",
  pasteLabel: "Copy rows in Excel and paste them here",
  pasteHelp:
    "The first row may name the works, the first column the floors. With a facade before the floor all facades are filled at once.",
  recognised: (count) => `Recognised: ${cellsEn(count)}`,
  at: (line, column) => `Line ${line}, column ${column}`,
  pasteWhy: {
    format: (text) => `“${text}” is not a number`,
    whole: (text) => `${text}: a whole number is needed`,
    facade: (text) => `there is no facade “${text}”`,
    floor: (text) => `there is no floor “${text}”`,
    work: (text) => `the work “${text}” is not among those chosen`,
    beyond: (text) => `“${text}” is outside the grid`,
    twice: (text) => `${text}: this cell was given above`,
    rows: (most) => `no more than ${most} rows can be pasted at once, paste them in parts`,
    columns: (most) => `no more than ${most} columns can be pasted at once, copy only those needed`,
  },
  more: (count) => `and ${count} more`,
  broken: (count) => `To be mended: ${cellsEn(count)}`,
  brokenAt: (facade, floor, work) => `${facade}, floor ${floor}, ${work}`,
  why: {
    format: (text) => `“${text}” is not a number`,
    whole: (text) => `${text}: a whole number is needed`,
  },
  take: "Paste",
};

export const volumeWords = { ru, en };
