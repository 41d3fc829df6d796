import { dayWithYear } from "@stsphera/contracts/format";
import { addDays } from "../../../shared/format/times.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import "./day-picker.css";

type Props = {
  date: string;
  today: string;
  shift: "day" | "night" | null;
  note: string | null;
  onChange: (date: string) => void;
};

/** Today and the days before it; a day that lies ahead does not exist here. */
export function DayPicker({ date, today, shift, note, onChange }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const parts = [
    dayWithYear(date, today, locale, "weekday"),
    ...(date === today ? [words.day.today] : []),
    ...(shift === "night" ? [words.shift.night] : []),
  ];
  return (
    <>
      <div className="day-picker">
        <button
          type="button"
          aria-label={words.day.earlier}
          onClick={() => onChange(addDays(date, -1))}
          data-testid="day-earlier"
        >
          ‹
        </button>
        <span data-testid="day">{parts.join(" · ")}</span>
        <button
          type="button"
          aria-label={words.day.later}
          disabled={date >= today}
          onClick={() => onChange(addDays(date, 1))}
          data-testid="day-later"
        >
          ›
        </button>
      </div>
      {note !== null && <p className="muted day-picker-note">{note}</p>}
    </>
  );
}
