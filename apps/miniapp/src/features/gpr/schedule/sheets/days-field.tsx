import { useWords } from "../../../../shared/i18n/locale.ts";
import { rowWords } from "../row-words.ts";

const MOST = 10_000;

type Props = { value: number; onChange: (value: number) => void };

/** Working days by steps for a thumb, or typed. */
export function DaysField({ value, onChange }: Props) {
  const words = useWords(rowWords);
  const set = (next: number) => onChange(Math.min(Math.max(next, 0), MOST));
  return (
    <div className="form-field">
      <span className="form-label">
        {words.days} <small className="dim">{words.milestoneHint}</small>
      </span>
      <div className="stepper days-field" role="group" aria-label={words.days}>
        <button
          type="button"
          aria-label={words.less}
          disabled={value <= 0}
          onClick={() => set(value - 1)}
          data-testid="days-less"
        >
          −
        </button>
        <input
          className="form-input"
          inputMode="numeric"
          aria-label={words.days}
          value={String(value)}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => set(Number(target.value.replaceAll(/\D/g, "").slice(0, 5)))}
          data-testid="field-duration"
        />
        <button
          type="button"
          aria-label={words.more}
          disabled={value >= MOST}
          onClick={() => set(value + 1)}
          data-testid="days-more"
        >
          +
        </button>
      </div>
    </div>
  );
}
