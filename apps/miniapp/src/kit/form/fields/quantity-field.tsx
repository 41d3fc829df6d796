import type { QuantityField as Quantity } from "@stsphera/contracts/forms";
import type { FieldProps } from "../field-props.ts";

/** An amount, with its unit beside the question. */
export function QuantityField({ field, label, answer, answers, onAnswer }: FieldProps<Quantity<never>>) {
  const { unit } = field.line({} as never, answers);
  return (
    <label className="form-field">
      <span className="form-label">
        {label} {unit}
      </span>
      <input
        type="text"
        inputMode="decimal"
        className="form-input"
        maxLength={16}
        value={typeof answer === "string" ? answer : ""}
        onChange={({ target }) => onAnswer(target.value)}
        data-testid={`field-${field.name}`}
      />
    </label>
  );
}
