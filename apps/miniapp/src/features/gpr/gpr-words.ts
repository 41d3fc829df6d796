import { plural } from "../../shared/i18n/plural.ts";

const rowForms = { one: "строка", few: "строки", other: "строк" };

const ru = {
  one: "График работ",
  object: "Объект",
  period: "Период",
  yours: "Ваши строки",
  content: "Содержание",
  changes: "Изменения",
  first: "первая версия",
  same: "нет",
  added: (count: number) => `+${count} ${plural(count, "ru", rowForms)}`,
  removed: (count: number) => `−${count} ${plural(count, "ru", rowForms)}`,
  moved: (count: number) => `сдвинуто ${count}`,
  changed: (count: number) => `изменено ${count}`,
  rows: (count: number) => `${count} ${plural(count, "ru", rowForms)}`,
  signatures: "Подписи",
  signed: (count: number, of: number) => `${count} из ${of}`,
  waiting: "ждём",
  byDeputy: (name: string) => `подписал(а) ${name}`,
  departments: "По отделам",
  days: (count: number) => `${count} дн.`,
  critical: "критическая",
  float: (count: number) => `резерв ${count} дн.`,
  history: "История",
  sign: "Подписываю",
};

const en: typeof ru = {
  one: "Work schedule",
  object: "Object",
  period: "Period",
  yours: "Your rows",
  content: "Content",
  changes: "Changes",
  first: "the first version",
  same: "none",
  added: (count) => `+${count} ${count === 1 ? "row" : "rows"}`,
  removed: (count) => `−${count} ${count === 1 ? "row" : "rows"}`,
  moved: (count) => `${count} moved`,
  changed: (count) => `${count} changed`,
  rows: (count) => `${count} ${count === 1 ? "row" : "rows"}`,
  signatures: "Signatures",
  signed: (count, of) => `${count} of ${of}`,
  waiting: "waiting",
  byDeputy: (name) => `signed by ${name}`,
  departments: "By department",
  days: (count) => `${count} d`,
  critical: "critical",
  float: (count) => `float ${count} d`,
  history: "History",
  sign: "I sign",
};

export const gprWords = { ru, en };
