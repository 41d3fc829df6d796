import { shortName, shortWorkName, withUnit } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { type Button, createTranslators, html, type HtmlValue, joinHtml } from "@stsphera/telegram";
import { dayButton } from "../../facts/index.ts";
import { shiftButton } from "../../shifts/index.ts";
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

/** «Внести · Был простой · Не работали», for those who enter facts of the object. */
export function missingButtons(
  { objectId, day }: Pick<MissingPart, "objectId" | "day">,
  locale: Locale,
): Button[][] {
  const t = reminderWords(locale);
  return [
    [{ kind: "callback", text: t("enter"), data: dayButton("enter", objectId, day) }],
    [
      { kind: "callback", text: t("idle"), data: shiftButton("downtime", objectId, day) },
      { kind: "callback", text: t("not_worked"), data: shiftButton("close", objectId, day) },
    ],
  ];
}
