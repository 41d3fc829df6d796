import { type DayField as Day, shiftDay } from "@stsphera/contracts/forms";
import { dayInWords } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import type { FieldProps } from "../field-props.ts";
import { formWords } from "../form-words.ts";

/** A day: chips of the next ones, a calendar for the rest. */
export function DayField({ field, label, answer, onAnswer, today }: FieldProps<Day<never>>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const day = typeof answer === "string" ? answer : "";
  const ready = field.ahead.map((count) => shiftDay(today, count));
  return (
    <div className="form-field">
      <span className="form-label">{label}</span>
      <Chips label={label}>
        {ready.map((one) => (
          <Chip key={one} pressed={one === day} onPress={() => onAnswer(one)} testId={`day-${one}`}>
            {dayInWords(one, today, locale)}
          </Chip>
        ))}
        {field.optional === true && (
          <Chip pressed={day === ""} onPress={() => onAnswer(null)}>
            {words.noDay}
          </Chip>
        )}
      </Chips>
      <input
        type="date"
        className="form-input"
        value={day}
        min={field.anyDay === true || field.past === true ? undefined : today}
        aria-label={label}
        onChange={({ target }) => onAnswer(target.value === "" ? null : target.value)}
        data-testid={`field-${field.name}`}
      />
    </div>
  );
}
