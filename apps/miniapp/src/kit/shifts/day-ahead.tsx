import { dayWithYear } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";

const WORDS = {
  ru: {
    title: (day: string) => `${day}: день ещё не наступил`,
    line: "Факт, простой и закрытие смены записывают в сам день",
    toToday: "Открыть сегодня",
  },
  en: {
    title: (day: string) => `${day} is still to come`,
    line: "Facts, downtime and the closing of a shift are recorded on the day itself",
    toToday: "Open today",
  },
};

type Props = { date: string; today: string; onToday: () => void };

/** An address that asks for a day that is still to come. */
export default function DayAhead({ date, today, onToday }: Props) {
  const words = useWords(WORDS);
  const locale = useLocale();
  const day = dayWithYear(date, today, locale, "weekday");
  return (
    <NoticeBlock
      title={words.title(day.slice(0, 1).toLocaleUpperCase(locale) + day.slice(1))}
      line={words.line}
      action={{ text: words.toToday, onPress: onToday }}
      testId="day-ahead"
    />
  );
}
