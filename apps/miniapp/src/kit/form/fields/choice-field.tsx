import type { ChoiceField as Choice } from "@stsphera/contracts/forms";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import type { FieldProps } from "../field-props.ts";
import { valueLabel } from "../form-captions.ts";
import { formWords } from "../form-words.ts";

/** With more values than this the phone's own list is shorter. */
const MOST_CHIPS = 8;

/** One of a few values, or several of them. */
export function ChoiceField(props: FieldProps<Choice<never>>) {
  const { field, scope, label, answer, answers, onAnswer, options } = props;
  const locale = useLocale();
  const words = useWords(formWords);
  const values =
    field.options?.map((value) => ({ value, text: valueLabel(locale, scope, field, value) })) ??
    options(field.from ?? "", answers);
  const chosen: readonly string[] = Array.isArray(answer) ? answer : [String(answer ?? "")];
  const press = (value: string) => {
    if (field.many !== true) return onAnswer(field.optional === true && chosen[0] === value ? "" : value);
    const others = chosen.filter((one) => one !== value && one !== "");
    return onAnswer(chosen.includes(value) ? others : [...others, value]);
  };
  // Nothing to choose from, as before the answer that decides the values.
  if (values.length === 0 && field.optional === true && field.typed === undefined) return null;
  if (values.length > MOST_CHIPS && field.many !== true) {
    return (
      <label className="form-field">
        <span className="form-label">{label}</span>
        <select
          className="form-input"
          value={chosen[0]}
          onChange={({ target }) => onAnswer(target.value)}
          data-testid={`field-${field.name}`}
        >
          {(chosen[0] === "" || field.optional === true) && <option value="" />}
          {values.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <div className="form-field">
      <span className="form-label">{label}</span>
      <Chips label={label}>
        {values.map(({ value, text }) => (
          <Chip
            key={value}
            pressed={chosen.includes(value)}
            onPress={() => press(value)}
            testId={`choice-${field.name}-${value}`}
          >
            {text}
          </Chip>
        ))}
      </Chips>
      {field.typed !== undefined && (
        <input
          type="text"
          inputMode="decimal"
          className="form-input"
          aria-label={label}
          placeholder={words.otherNumber}
          value={values.some(({ value }) => value === chosen[0]) ? "" : chosen[0]}
          onChange={({ target }) => onAnswer(target.value)}
          data-testid={`typed-${field.name}`}
        />
      )}
    </div>
  );
}
