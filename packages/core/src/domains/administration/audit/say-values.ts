import { HEALTH_WORDS } from "@stsphera/contracts/administration/health-words";
import {
  fieldCaption,
  isTechnical,
  statusCaption,
  thingCaption,
  valueCaption,
} from "@stsphera/contracts/audit/words";
import { formatMoney, formatQuantity, numericDay } from "@stsphera/contracts/format";
import { statesEn, statesRu } from "@stsphera/contracts/states";
import { SHIFT_NOTE_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import { NO_FACT_CODES } from "@stsphera/contracts";
import { type Locale, PLAN_REASONS, SHIFT_NOTES } from "@stsphera/contracts/vocabulary";
import { translator } from "@stsphera/telegram";
import { isPersonalMark, localTime } from "../../../kernel/index.ts";
import { ERASED_WORD, MONEY_FIELDS } from "../../../platform/audit/index.ts";

/** Fields whose number is a person's. */
export const PERSON_FIELDS: readonly string[] = [
  "userId",
  "assigneeId",
  "blockerId",
  "principalId",
  "deputyId",
  "foremanId",
  "leadUserId",
  "lead",
  "projectManagerId",
  "madeBy",
  "linkedBy",
  "decidedBy",
  "answeredBy",
  "mentions",
];

export type Reader = { locale: Locale; timeZone: string };
export type Told = Reader & { entityType: string; people: Readonly<Record<string, string>> };

const MAX_LENGTH = 400;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d+\.\d+$/;
/** Fields that people fill in words: «1.2» is a name there. */
const IN_WORDS: readonly string[] = [
  "name",
  "code",
  "title",
  "document",
  "text",
  "address",
  "axes",
  "comment",
];
const YES_NO = { ru: ["да", "нет"], en: ["yes", "no"] } as const;
const STATES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { ru: statesRu, en: statesEn };
/** Kinds of things whose states are named otherwise. */
const STATES_OF: Readonly<Record<string, string>> = { user: "person", reschedule_request: "reschedule" };
/** Fields that hold the code of a reason, of idle time or of a deviation, or of work without a quantity. */
const REASON_FIELDS: readonly string[] = ["reason", "code"];

/** An instant on the reader's clock: «30.11.2026 15:04». */
export function sayInstant(instant: string, { locale, timeZone }: Reader): string {
  const { day, time } = localTime(new Date(instant), timeZone);
  return `${numericDay(day, locale)} ${time.slice(0, 5)}`;
}

/** A recorded value in words; null for none. Long values are cut. */
export function sayValue(field: string, value: unknown, told: Told): string | null {
  const text = say(field, value, told);
  return text === null || text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;
}

function say(field: string, value: unknown, told: Told): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return YES_NO[told.locale][value ? 0 : 1];
  if (isPersonalMark(value)) return ERASED_WORD[told.locale];
  if (Array.isArray(value)) return joined(value.map((one) => say(field, one, told)));
  if (typeof value === "object") return sayFields(value, told);
  if (typeof value === "number") return sayNumber(field, value, told);
  return sayText(field, String(value), told);
}

const joined = (parts: readonly (string | null)[], by = ", "): string | null =>
  parts.filter((part) => part !== null).join(by) || null;

/** A place in a team or a crew is «Белов: Прораб», another object its fields. */
function sayFields(value: object, told: Told): string | null {
  const { userId, roles, ...rest } = value as Readonly<Record<string, unknown>>;
  if (typeof userId === "number" && Array.isArray(roles) && Object.keys(rest).length === 0) {
    return `${sayNumber("userId", userId, told)}: ${say("roles", roles, told) ?? ""}`;
  }
  return joined(
    Object.entries(value).map(([name, part]) => {
      const text = isTechnical(name) ? null : say(name, part, told);
      return text === null ? null : `${fieldCaption(name, told.locale) ?? name}: ${text}`;
    }),
    "; ",
  );
}

const sayNumber = (field: string, value: number, { people }: Told): string =>
  (PERSON_FIELDS.includes(field) ? people[value] : undefined) ?? String(value);

function sayText(field: string, text: string, told: Told): string {
  const { locale, entityType } = told;
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return sayInstant(text, told);
  if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return numericDay(text, locale);
  if (field === "status") {
    const state = STATES[locale][`state.${STATES_OF[entityType] ?? entityType}.${text}`];
    return state ?? statusCaption(entityType, text, locale) ?? text;
  }
  if (DECIMAL.test(text) && !IN_WORDS.includes(field))
    return MONEY_FIELDS.includes(field) ? formatMoney(text, locale) : formatQuantity(text, locale);
  // The filters of an export name a kind of things.
  if (field === "kind" && entityType === "audit_log") return thingCaption(text, locale);
  if (field === "condition") return HEALTH_WORDS[locale][text]?.name ?? text;
  if (REASON_FIELDS.includes(field)) return sayReason(text, locale);
  return valueCaption(field, text, locale) ?? text;
}

function sayReason(text: string, locale: Locale): string {
  const note = SHIFT_NOTES.find((one) => one === text);
  if (note !== undefined) return SHIFT_NOTE_CAPTIONS[locale][note];
  const reason = [...PLAN_REASONS, ...NO_FACT_CODES].find((one) => one === text);
  return reason === undefined ? text : translator(locale)(`reason.${reason}`);
}
