import { fromMilli, type Milli, unitName } from "@stsphera/contracts/format";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { hapticStep } from "../../../shared/telegram/haptics.ts";
import { stepped } from "../entry/steps.ts";
import "./quantity-field.css";

type Props = {
  text: string;
  value: Milli | null;
  step: Milli;
  unit: string;
  onChange: (text: string) => void;
};

export const typedText = (value: Milli): string => fromMilli(value).replace(".", ",");

const LONG = 4;
const LONGEST = 7;

/** A long figure is written smaller, so that all of it is seen. */
function sizeOf(text: string): string {
  if (text.length > LONGEST) return " quantity-longest";
  return text.length > LONG ? " quantity-long" : "";
}

/** The figure: steps at its sides, the phone's number keys on a tap. */
export function QuantityField({ text, value, step, unit, onChange }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const move = (by: Milli) => {
    hapticStep();
    onChange(typedText(stepped(value ?? 0, by)));
  };
  return (
    <div className="quantity" role="group" aria-label={words.quantity}>
      <button
        type="button"
        aria-label={words.less}
        onClick={() => move(-step)}
        disabled={(value ?? 0) === 0}
        data-testid="qty-minus"
      >
        −
      </button>
      <label className={`quantity-value${sizeOf(text)}`}>
        <input
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onFocus={(event) => event.target.select()}
          inputMode="decimal"
          autoComplete="off"
          maxLength={14}
          aria-label={words.quantity}
          data-testid="qty-value"
        />
        <span className="muted">{unitName(unit, locale)}</span>
      </label>
      <button type="button" aria-label={words.more} onClick={() => move(step)} data-testid="qty-plus">
        +
      </button>
    </div>
  );
}
