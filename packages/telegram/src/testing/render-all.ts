import type { Locale } from "@stsphera/contracts/vocabulary";
import { html } from "../html.ts";
import { createTranslators, type Texts } from "../i18n.ts";

const PLURAL = /_(?:one|few|many|other)$/;
const NUMBERS = [0, 1, 2, 5, 11, 21, 1_000];
/** A value as people type it: markup, a placeholder, signs of other engines, right-to-left, an emoji. */
const HOSTILE = '<b>&"{count}$t(x){{name}} \u202eשלום 🏗';

const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);

/**
 * Renders every text of a table in both languages, with several numbers and with hostile values, and returns those that
 * are no message then: empty, without a value of theirs, with a placeholder left, or with markup that was typed.
 */
export function brokenTexts(ru: Texts, en: Texts): string[] {
  const translate = createTranslators(ru, en);
  const keys = [...new Set(Object.keys(ru).map((key) => key.replace(PLURAL, "")))];
  const texts = { ru, en } as const satisfies Record<Locale, Texts>;
  return (["ru", "en"] as const).flatMap((locale) =>
    keys.flatMap((key) => {
      const forms = Object.entries(texts[locale]).filter(([name]) => name.replace(PLURAL, "") === key);
      const places = [...new Set(forms.flatMap(([, text]) => placesOf(text)))];
      const values = Object.fromEntries(places.map((name) => [name, HOSTILE]));
      return NUMBERS.flatMap((count) => {
        const said = translate(locale)(key as never, { ...values, count });
        const bare = said.replaceAll(HOSTILE, "");
        const message = html`${said}`.toString();
        const shown = places.every((name) => said.includes(name === "count" ? String(count) : HOSTILE));
        const isBroken = said.trim() === "" || /[{}]/.test(bare) || !shown || message.includes('<b>&"');
        return isBroken ? [`${locale} ${key} ${count}: ${said}`] : [];
      });
    }),
  );
}
