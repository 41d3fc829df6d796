import { dayWithYear } from "@stsphera/contracts/format";
import { type Shift, SHIFTS } from "@stsphera/contracts/vocabulary";
import { addDays } from "../../../shared/format/times.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import "./day-picker.css";

type Props = {
  date: string;
  today: string;
  shift: Shift | null;
  note: string | null;
  onChange: (date: string) => void;
  /** Changes to the other shift of the day; null where nothing is entered. */
  onShift: ((shift: Shift) => void) | null;
};

/** Today and the days before it; a day that lies ahead does not exist here. */
export function DayPicker({ date, today, shift, note, onChange, onShift }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const parts = [
    dayWithYear(date, today, locale, "weekday"),
    ...(date === today ? [words.day.today] : date === addDays(today, -1) ? [words.day.yesterday] : []),
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
      {onShift !== null && (
        <Chips label={words.shift.name}>
          {SHIFTS.map((one) => (
            <Chip key={one} pressed={shift === one} onPress={() => onShift(one)} testId={`shift-${one}`}>
              {words.shift.captions[one]}
            </Chip>
          ))}
        </Chips>
      )}
      {note !== null && <p className="muted day-picker-note">{note}</p>}
    </>
  );
}
