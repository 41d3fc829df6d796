import type { AuditRecord } from "@stsphera/contracts";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { type Reader, sayInstant } from "./say-values.ts";

const COLUMNS = {
  ru: [
    "№",
    "Когда",
    "Кто",
    "Вместо кого",
    "Откуда",
    "Что",
    "Вид",
    "Название",
    "Номер",
    "Объект",
    "Было → стало",
    "Причина",
  ],
  en: [
    "№",
    "When",
    "Who",
    "For whom",
    "From",
    "What",
    "Kind",
    "Name",
    "Number",
    "Object",
    "Before → after",
    "Reason",
  ],
} as const;

const SOURCES: Readonly<Record<Locale, Readonly<Record<AuditRecord["source"], string>>>> = {
  ru: {
    app: "приложение",
    chat: "чат",
    job: "система",
    given_link: "вход по ссылке администратора",
    seed: "начальные данные",
  },
  en: {
    app: "app",
    chat: "chat",
    job: "system",
    given_link: "session by an administrator's link",
    seed: "initial data",
  },
};

/** What a spreadsheet would read as a formula begins with an apostrophe, which makes it text. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r|\uff1d\uff0b\uff0d\uff20]/u;

function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(";")}\r\n`;

/** The beginning of the file: the mark by which Excel reads UTF-8, and the captions. */
export const csvHead = (locale: Locale): string => `\u{feff}${line(COLUMNS[locale])}`;

/** A row of the log as a line of the file; semicolons, as Excel expects them in Russian. */
export function csvLine(record: AuditRecord, reader: Reader): string {
  const { actor, job, onBehalfOf, object, changes } = record;
  const changed = changes.map(({ field, before, after }) => `${field}: ${before ?? "—"} → ${after ?? "—"}`);
  return line([
    record.id,
    sayInstant(record.at, reader),
    actor?.fullName ?? job,
    onBehalfOf?.fullName ?? null,
    SOURCES[reader.locale][record.source],
    record.what,
    record.kind,
    record.thing,
    record.entityId,
    object?.name ?? null,
    changed.join("; "),
    record.reason,
  ]);
}
