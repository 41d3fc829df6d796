import type { ReasonAnswer, ReasonField as Reason } from "@stsphera/contracts/forms";
import { useLocale } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import type { FieldProps } from "../field-props.ts";
import { valueLabel } from "../form-captions.ts";

const OTHER = "other";

/** Why: ready reasons as chips, words for the rest. */
export function ReasonField({ field, scope, label, answer, onAnswer }: FieldProps<Reason<never>>) {
  const locale = useLocale();
  const { codes, max } = field;
  const given = (answer ?? null) as ReasonAnswer | null;
  const inWords = codes.length === 0 || given?.code === OTHER;
  const choose = (code: string) =>
    onAnswer({ code, text: code === OTHER ? "" : valueLabel(locale, scope, field, code) });
  return (
    <div className="form-field">
      <span className="form-label">{label}</span>
      {codes.length > 0 && (
        <Chips label={label}>
          {codes.map((code) => (
            <Chip
              key={code}
              pressed={given?.code === code}
              onPress={() => choose(code)}
              testId={`reason-${code}`}
            >
              {valueLabel(locale, scope, field, code)}
            </Chip>
          ))}
        </Chips>
      )}
      {inWords && (
        <textarea
          className="form-input"
          rows={3}
          maxLength={max}
          value={given?.text ?? ""}
          aria-label={label}
          onChange={({ target }) => onAnswer({ code: codes.length === 0 ? null : OTHER, text: target.value })}
          data-testid="reason-words"
        />
      )}
    </div>
  );
}
