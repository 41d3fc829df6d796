import { unitName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { formCaptions } from "../../shared/i18n/form-captions.ts";
import { planReasonWords } from "../../shared/i18n/plan-reason-words.ts";

type Captions = Readonly<Record<string, string>>;

/** A caption of the forms by its key; undefined where there is none. */
export const captionAt = (locale: Locale, ...path: readonly string[]): string | undefined =>
  formCaptions[locale][path.join(".")];

/** The question of a caption: in a chat it is followed by how to answer, which a field shows by itself. */
const questionOf = (text: string): string => /^[^?]*\?/.exec(text)?.[0] ?? text;

/** What stands above a field: its name where it has one, else its question. */
export function fieldLabel(locale: Locale, scope: string, field: string): string {
  const name = captionAt(locale, "ask", scope, field, "name");
  return name ?? questionOf(captionAt(locale, "ask", scope, field) ?? field);
}

const reasons: Readonly<Record<Locale, Captions>> = planReasonWords;

/** A value one may choose: of the field's own dictionary, under its question, or a unit. */
export function valueLabel(
  locale: Locale,
  scope: string,
  { name, captions }: { readonly name: string; readonly captions?: string },
  value: string,
): string {
  const words = captions === "reason" ? reasons[locale][value] : undefined;
  const own = captions === undefined ? ["ask", scope, name, value] : [captions, value];
  return words ?? captionAt(locale, ...own) ?? unitName(value, locale);
}
