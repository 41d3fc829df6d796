import { shortName, shortWorkName, withUnit } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { type Button, createTranslators, html, type HtmlValue, joinHtml } from "@stsphera/telegram";
import { dayButton } from "../../facts/index.ts";
import { closePartButton, idleButton } from "../../shifts/index.ts";
import type { MissingPart } from "../read-missing.ts";
import { remindersEn } from "./locales/en.ts";
import { remindersRu } from "./locales/ru.ts";

export const reminderWords = createTranslators(remindersRu, remindersEn);

/** «Сычёв · герметизация Юг 11 · план 72 м.п.», at most `shown` of them. */
export function missingRows(
  { lines }: Pick<MissingPart, "lines">,
  locale: Locale,
  shown: number,
): HtmlValue[] {
  const t = reminderWords(locale);
  const rows = lines
    .slice(0, shown)
    .map(({ lead, workType, facade, floor, planToday }) =>
      joinHtml(
        [
          lead === null ? null : html`<b>${shortName(lead)}</b>`,
          `${shortWorkName(workType.name)} ${facade} ${floor}`,
          planToday === null ? null : t("plan", { quantity: withUnit(planToday, workType.unit, locale) }),
        ],
        " · ",
      ),
    );
  return lines.length > shown ? [...rows, t("more", { number: lines.length - shown })] : rows;
}

/** Parts that a message closes by a button each. */
const MAX_PARTS = 6;

/** Closes the parts of a day: one button, or one a part that names it as `called` says. */
export function closeButtons<P extends Pick<MissingPart, "objectId" | "day" | "foremanId">>(
  parts: readonly P[],
  caption: "not_worked" | "close",
  locale: Locale,
  called: (part: P) => string,
): Button[] {
  const t = reminderWords(locale);
  return parts.slice(0, MAX_PARTS).map((part) => ({
    kind: "callback",
    text: parts.length === 1 ? t(caption) : t("of_part", { act: t(caption), part: called(part) }),
    data: closePartButton(part.objectId, part.day, part.foremanId),
  }));
}

/** A part as a button or a heading names it; `name` of its foreman, null for what is no foreman's. */
export type NamedPart = Pick<MissingPart, "objectId" | "day" | "foremanId"> & { name: string | null };

export const partName = (name: string | null, locale: Locale): string =>
  name === null ? reminderWords(locale)("no_foreman") : shortName(name);

/** «Внести · Был простой · Не работали» of the parts of an object's day, for those who enter facts of it. */
export function missingButtons(parts: readonly NamedPart[], locale: Locale): Button[][] {
  const [first, another] = parts;
  if (first === undefined) return [];
  const { objectId, day } = first;
  const t = reminderWords(locale);
  const enter: Button = { kind: "callback", text: t("enter"), data: dayButton("enter", objectId, day) };
  const idle: Button = { kind: "callback", text: t("idle"), data: idleButton(objectId, day) };
  const close = closeButtons(parts, "not_worked", locale, ({ name }) => partName(name, locale));
  return another === undefined ? [[enter], [idle, ...close]] : [[enter, idle], ...close.map((one) => [one])];
}
