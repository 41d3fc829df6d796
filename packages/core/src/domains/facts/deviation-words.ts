import { formatQuantity } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { translator } from "@stsphera/telegram";
import type { DayCard } from "./read-day-card.ts";

/** «КРН-Н Запад 12: 6 из 11, нет материала». */
export function deviationWords(deviation: DayCard["deviations"][number], locale: Locale): string {
  const t = translator(locale);
  const { code, facade, floor, fact, plan, reason } = deviation;
  const figures = { done: formatQuantity(fact, locale), total: formatQuantity(plan, locale) };
  const why = reason === null ? "" : `, ${lowerFirst(t(`reason.${reason}`), locale)}`;
  return `${code} ${facade} ${floor}: ${t("day_card.of_total", figures)}${why}`;
}

const lowerFirst = (text: string, locale: Locale): string =>
  text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1);
