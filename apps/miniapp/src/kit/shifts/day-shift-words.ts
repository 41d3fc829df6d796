import { plural } from "../../shared/i18n/plural.ts";

const ru = {
  label: "Смена дня",
  all: "Смена закрыта",
  some: (closed: number, total: number) => `Закрыто частей: ${closed} из ${total}`,
  none: "Смена не закрыта",
  /** Of several parts the number says that others were closed by people. */
  byItself: (count: number, total: number) =>
    total <= 1 ? "закрылась сама" : `сами закрылись части: ${count} из ${total}`,
  silent: (count: number) =>
    `без факта ${count} ${plural(count, "ru", { one: "строка", few: "строки", other: "строк" })}`,
  inClosed: (lines: string) => `в закрытых ${lines}`,
  idle: (hours: string) => `Простой ${hours}`,
  noIdle: "Простоя нет",
  planChanges: (count: number) =>
    `План изменён: ${count} ${plural(count, "ru", { one: "ячейка", few: "ячейки", other: "ячеек" })}`,
};

const en: typeof ru = {
  label: "The day's shift",
  all: "Shift closed",
  some: (closed, total) => `Parts closed: ${closed} of ${total}`,
  none: "Shift not closed",
  byItself: (count, total) =>
    total <= 1 ? "closed by itself" : `parts closed by themselves: ${count} of ${total}`,
  silent: (count) => `${count} ${count === 1 ? "line" : "lines"} without a fact`,
  inClosed: (lines) => `${lines} in the closed ones`,
  idle: (hours) => `Downtime ${hours}`,
  noIdle: "No downtime",
  planChanges: (count) => `Plan changed: ${count} ${count === 1 ? "cell" : "cells"}`,
};

export const dayShiftWords = { ru, en };
