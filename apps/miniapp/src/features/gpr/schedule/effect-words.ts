import { plural } from "../../../shared/i18n/plural.ts";

const rowForms = { one: "строка", few: "строки", other: "строк" };
const dayForms = { one: "рабочий день", few: "рабочих дня", other: "рабочих дней" };
const rowsOf = (count: number) => `${count} ${plural(count, "ru", rowForms)}`;

const ru = {
  effect: {
    none: "Другие строки не сдвинутся",
    moved: (rows: number, critical: number) =>
      critical === 0 ? `Сдвинутся: ${rowsOf(rows)}` : `Сдвинутся: ${rowsOf(rows)}, критических ${critical}`,
    own: (period: string) => `Встанет на ${period}`,
    finish: (before: string, after: string) => `Конец графика ${before} → ${after}`,
    later: (count: number) => `позже на ${count} ${plural(count, "ru", dayForms)}`,
    earlier: (count: number) => `раньше на ${count} ${plural(count, "ru", dayForms)}`,
    cycle: (rows: string) => `Строки ждут друг друга по кругу: ${rows}`,
    wrong: "Так график не посчитать",
    touches: (names: string) => `Коснётся: ${names}`,
    counting: "Считаем…",
  },
  move: {
    title: "Сдвиг",
    longer: "Срок",
    notEarlier: (day: string) => `Начать не раньше ${day}`,
    duration: (before: number, after: number) => `Дней: ${before} → ${after}`,
    save: "Сохранить",
    held: "Раньше не пускают связи: строка останется на своём месте",
  },
};

const en: typeof ru = {
  effect: {
    none: "No other rows move",
    moved: (rows, critical) =>
      `${rows} ${rows === 1 ? "row moves" : "rows move"}${critical === 0 ? "" : `, ${critical} critical`}`,
    own: (period) => `It comes to ${period}`,
    finish: (before, after) => `The schedule ends ${before} → ${after}`,
    later: (count) => `${count} working ${count === 1 ? "day" : "days"} later`,
    earlier: (count) => `${count} working ${count === 1 ? "day" : "days"} earlier`,
    cycle: (rows) => `Rows wait for each other in a circle: ${rows}`,
    wrong: "The schedule cannot be computed like this",
    touches: (names) => `It touches ${names}`,
    counting: "Computing…",
  },
  move: {
    title: "Move",
    longer: "Duration",
    notEarlier: (day) => `Start not earlier than ${day}`,
    duration: (before, after) => `Days: ${before} → ${after}`,
    save: "Save",
    held: "Links hold it: the row stays where it is",
  },
};

export const effectWords = { ru, en };
