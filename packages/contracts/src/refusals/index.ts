import type { Permission } from "@stsphera/rbac";
import { formatQuantity } from "../format/index.ts";
import type { ErrorCode, Locale } from "../vocabulary.ts";
import { errors as errorsEn } from "./en/errors.ts";
import { lacking as lackingEn } from "./en/lacking.ts";
import { permissions as permissionsEn } from "./en/permissions.ts";
import { errors as errorsRu } from "./ru/errors.ts";
import { lacking as lackingRu } from "./ru/lacking.ts";
import { permissions as permissionsRu } from "./ru/permissions.ts";
import { refusalsEn, refusalsRu } from "./texts.ts";

/** Why the domain refuses a request: the key of a message in every language. */
export type RefusalCode = keyof typeof refusalsRu;
export type RefusalValues = Readonly<Record<string, string | number>>;

const REFUSALS: Readonly<Record<Locale, Readonly<Record<RefusalCode, string>>>> = {
  ru: refusalsRu,
  en: refusalsEn,
};
const ERRORS = { ru: errorsRu, en: errorsEn };
const LACKING = { ru: lackingRu, en: lackingEn };
const PERMISSIONS = { ru: permissionsRu, en: permissionsEn };

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusalsRu, code);

/** The message of a refusal; placeholders without a value are kept. */
export const refusalText = (code: RefusalCode, locale: Locale, values?: RefusalValues): string =>
  fill(REFUSALS[locale][code], locale, values);

/** The general message of an API error code, if nothing more exact is known. */
export const errorText = (code: ErrorCode, locale: Locale, values?: RefusalValues): string =>
  fill(ERRORS[locale][code], locale, values);

/**
 * Message of a missing right: what is refused, and who can do it.
 * @param who names of the roles that hold it
 * @param notLent true for a deputy of a holder: this right is not delegated
 */
export function lackingText(
  permission: Permission | undefined,
  locale: Locale,
  { who, notLent }: { who: string; notLent: boolean },
): { what: string; whoCan: string | null } {
  const texts = LACKING[locale];
  if (permission === undefined) return { what: texts.plain, whoCan: null };
  const action = PERMISSIONS[locale][permission];
  const whoCan = fill(texts.who, locale, { who });
  return {
    what: action === undefined ? texts.plain : fill(texts.action, locale, { action }),
    whoCan: notLent ? `${whoCan} ${texts.notLent}` : whoCan,
  };
}

/** A quantity as it is stored, «12.500». */
const DECIMAL = /^-?\d+\.\d+$/;

const say = (value: string | number, locale: Locale): string => {
  const text = String(value);
  return DECIMAL.test(text) ? formatQuantity(text, locale) : text;
};

function fill(template: string, locale: Locale, values: RefusalValues = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => say(values[name] ?? whole, locale));
}
