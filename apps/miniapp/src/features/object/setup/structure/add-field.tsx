import { useState } from "react";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { setupWords } from "../setup-words.ts";

type Props = {
  name: string;
  label: string;
  hint?: string;
  max?: number;
  busy: boolean;
  /** What is wrong with what is typed; empty when nothing is. */
  wrong?: (text: string) => string;
  /** True once it is added; what was typed stays otherwise. */
  onAdd: (text: string) => Promise<boolean>;
};

/** A field with its button: adds what is typed. */
export function AddField({ name, label, hint, max = 500, busy, wrong = () => "", onAdd }: Props) {
  const words = useWords(setupWords);
  const [text, setText] = useState("");
  const problem = wrong(text);
  const canAdd = text.trim() !== "" && problem === "" && !busy;
  return (
    <form
      className="form-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (canAdd) void onAdd(text.trim()).then((isAdded) => isAdded && setText(""));
      }}
    >
      <label className="form-field">
        <span className="form-label">{label}</span>
        <input
          className="form-input"
          value={text}
          maxLength={max}
          placeholder={hint}
          onChange={({ target }) => setText(target.value)}
          data-testid={`field-${name}`}
        />
      </label>
      {problem !== "" && (
        <p className="form-refusal" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="chip" disabled={!canAdd} data-testid={`add-${name}`}>
        {words.add}
      </button>
    </form>
  );
}
