import { formatQuantity, shortWorkName } from "@stsphera/contracts/format";
import type { NoFactCode } from "@stsphera/contracts";
import type { Locale, PlanReason } from "@stsphera/contracts/vocabulary";
import { createTranslators, translator } from "@stsphera/telegram";
import type { DayDeviation } from "../read-day-card.ts";
import { dayCardEn } from "./locales/en.ts";
import { dayCardRu } from "./locales/ru.ts";

export const dayCardWords = createTranslators(dayCardRu, dayCardEn);

/** «Модули Запад 12: 6 из 11, нет материала». */
export function deviationWords(deviation: DayDeviation, locale: Locale): string {
  const { work, facade, floor, fact, plan, reason } = deviation;
  const figures = { done: formatQuantity(fact, locale), total: formatQuantity(plan, locale) };
  const why = reason === null ? "" : `, ${reasonWords(reason, locale)}`;
  return `${shortWorkName(work)} ${facade} ${floor}: ${dayCardWords(locale)("of_total", figures)}${why}`;
}

/** «нет материала». */
export const reasonWords = (reason: PlanReason | NoFactCode, locale: Locale): string =>
  lowerFirst(translator(locale)(`reason.${reason}`), locale);

const lowerFirst = (text: string, locale: Locale): string =>
  text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1);
