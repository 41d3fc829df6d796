import { plural } from "../../../shared/i18n/plural.ts";

const rowForms = { one: "строка", few: "строки", other: "строк" };
const dayForms = { one: "раб. день", few: "раб. дня", other: "раб. дней" };
const rowsOf = (count: number) => `${count} ${plural(count, "ru", rowForms)}`;
const daysOf = (count: number) => `${count} ${plural(count, "ru", dayForms)}`;

const ru = {
  title: "Сдвиг прогноза",
  line: "Подписанный план остаётся как есть, сдвинется прогноз. Кого сдвиг коснётся, узнает и может возразить",
  how: "Как сдвинуть",
  ways: { days: "На дни", start: "К началу", finish: "К окончанию" },
  days: "Рабочих дней",
  start: "Начнётся",
  finish: "Закончится",
  reason: "Причина",
  apply: "Сдвинуть прогноз",
  applied: (rows: number) => `Прогноз сдвинут: ${rowsOf(rows)}`,
  moved: (rows: number, critical: number) =>
    critical === 0 ? `Сдвинутся: ${rowsOf(rows)}` : `Сдвинутся: ${rowsOf(rows)}, критических ${critical}`,
  none: "Ничего не сдвинется",
  ends: (before: string, after: string) => `Конец графика ${before} → ${after}`,
  endsSame: "Конец графика не изменится",
  touches: (names: string) => `Коснётся: ${names}`,
  showMoved: "Какие строки",
  later: (days: number) => `позже на ${daysOf(days)}`,
  earlier: (days: number) => `раньше на ${daysOf(days)}`,
  same: "в тот же день",
  counting: "Считаем…",
  progress: "Ход работы",
  progressLine: "Начало и окончание по факту; остаток считается от сегодняшнего дня",
  actualStart: "Начата",
  actualFinish: "Закончена",
  remaining: "Осталось рабочих дней",
  save: "Сохранить",
  saved: "Ход работы сохранён",
  holding: "Кто держит",
  holdingLine: (day: string) => `От этих строк зависит конец графика ${day}`,
  holdingNone: "Строк впереди нет",
  holds: (rows: number, days: number) => `${rowsOf(rows)}, ${daysOf(days)}`,
  next: (row: string, day: string) => `Сначала ${row}, до ${day}`,
  nobody: "Никто не отвечает",
};

const en: typeof ru = {
  title: "A move of the forecast",
  line: "The signed plan stays, the forecast moves. Whom the move touches is told and may object",
  how: "How to move it",
  ways: { days: "By days", start: "To a start", finish: "To a finish" },
  days: "Working days",
  start: "Starts",
  finish: "Finishes",
  reason: "Reason",
  apply: "Move the forecast",
  applied: (rows) => `The forecast has moved: ${rows} ${rows === 1 ? "row" : "rows"}`,
  moved: (rows, critical) =>
    `${rows} ${rows === 1 ? "row moves" : "rows move"}${critical === 0 ? "" : `, ${critical} critical`}`,
  none: "Nothing moves",
  ends: (before, after) => `The schedule ends ${before} → ${after}`,
  endsSame: "The schedule ends as before",
  touches: (names) => `It touches ${names}`,
  showMoved: "Which rows",
  later: (days) => `${days} working ${days === 1 ? "day" : "days"} later`,
  earlier: (days) => `${days} working ${days === 1 ? "day" : "days"} earlier`,
  same: "on the same day",
  counting: "Computing…",
  progress: "Progress",
  progressLine: "When it began and finished in fact; what is left counts from today",
  actualStart: "Begun",
  actualFinish: "Finished",
  remaining: "Working days left",
  save: "Save",
  saved: "Progress is saved",
  holding: "Who holds it",
  holdingLine: (day) => `The finish of the schedule, ${day}, depends on these rows`,
  holdingNone: "No rows are ahead",
  holds: (rows, days) =>
    `${rows} ${rows === 1 ? "row" : "rows"}, ${days} working ${days === 1 ? "day" : "days"}`,
  next: (row, day) => `First ${row}, until ${day}`,
  nobody: "Nobody answers for it",
};

export const forecastWords = { ru, en };
