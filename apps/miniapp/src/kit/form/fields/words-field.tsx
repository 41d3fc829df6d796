import type { WordsField as Words } from "@stsphera/contracts/forms";
import type { FieldProps } from "../field-props.ts";

/** Words: a single line, or as many as it takes. */
export function WordsField({ field, label, answer, onAnswer }: FieldProps<Words<never>>) {
  const { name, lines, max } = field;
  const common = {
    className: "form-input",
    maxLength: max,
    value: typeof answer === "string" ? answer : "",
    "data-testid": `field-${name}`,
  };
  return (
    <label className="form-field">
      <span className="form-label">{label}</span>
      {lines === "one" ? (
        <input type="text" {...common} onChange={({ target }) => onAnswer(target.value)} />
      ) : (
        <textarea rows={3} {...common} onChange={({ target }) => onAnswer(target.value)} />
      )}
    </label>
  );
}
