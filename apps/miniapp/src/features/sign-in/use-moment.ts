import { serverNow } from "../../shared/api/server-clock.ts";
import { sayDay } from "../../shared/format/say-day.ts";
import { clockOf, dayOf } from "../../shared/format/times.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { gateWords } from "./gate-words.ts";

/** «сегодня в 07:40», «11 сентября, 07:40». */
export function useMoment(): (instant: string) => string {
  const words = useWords(gateWords);
  const locale = useLocale();
  return (instant) => {
    const day = dayOf(instant);
    return day === dayOf(serverNow())
      ? words.today(clockOf(instant))
      : words.on(sayDay(day, locale), clockOf(instant));
  };
}
