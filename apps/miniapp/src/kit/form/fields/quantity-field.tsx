import type { QuantityField as Quantity } from "@stsphera/contracts/forms";
import { unitName, withUnit } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import type { FieldProps } from "../field-props.ts";
import { formWords } from "../form-words.ts";

type Props = FieldProps<Quantity<never>> & { readonly card: object };

/** An amount, with its unit beside the question; all that is left is one press. */
export function QuantityField({ field, label, answer, answers, card, onAnswer }: Props) {
  const locale = useLocale();
  const words = useWords(formWords);
  const { unit, rest = "0" } = field.line(card as never, answers);
  return (
    <div className="stack">
      <label className="form-field">
        <span className="form-label">
          {label} {unitName(unit, locale)}
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
      {rest !== "0" && (
        <Chips>
          <Chip pressed={answer === rest} onPress={() => onAnswer(rest)} testId={`rest-${field.name}`}>
            {words.all(withUnit(rest, unit, locale))}
          </Chip>
        </Chips>
      )}
    </div>
  );
}
