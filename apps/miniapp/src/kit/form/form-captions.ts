import type { Locale } from "@stsphera/contracts/vocabulary";
import { formCaptions } from "../../shared/i18n/form-captions.ts";

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

/** A value one may choose: of the field's own dictionary, or under its question. */
export const valueLabel = (
  locale: Locale,
  scope: string,
  field: { readonly name: string; readonly captions?: string },
  value: string,
): string =>
  (field.captions === undefined
    ? captionAt(locale, "ask", scope, field.name, value)
    : captionAt(locale, field.captions, value)) ?? value;
