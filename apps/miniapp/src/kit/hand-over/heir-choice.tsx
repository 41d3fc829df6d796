import { nameHas } from "@stsphera/contracts/forms";
import { useId, useState } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import type { Choosable } from "../form/field-props.ts";
import { formWords } from "../form/form-words.ts";
import "../form/form.css";

const FEW = 6;

type Props = {
  people: readonly Choosable[];
  question: string;
  /** What stands for nobody; null where somebody must be chosen. */
  nobody: string | null;
  chosen: number | null;
  onChoose: (userId: number | null) => void;
  testId: string;
};

/** «Передать кому?»: the people who may take something over, found by name where they are many. */
export function HeirChoice({ people, question, nobody, chosen, onChoose, testId }: Props) {
  const { search: label, nobodyFound } = useWords(formWords);
  const [search, setSearch] = useState("");
  const group = useId();
  const found = people.filter(({ fullName }) => nameHas(fullName, search));
  const row = (id: number | null, text: string, note?: string) => (
    <label key={id ?? 0} className="form-choice">
      <input
        type="radio"
        name={group}
        checked={chosen === id}
        onChange={() => onChoose(id)}
        data-testid={`${testId}-${id ?? "none"}`}
      />
      <span>
        {text}
        {note !== undefined && <small className="muted">{note}</small>}
      </span>
    </label>
  );
  return (
    <fieldset className="form-field" data-testid={testId}>
      <legend className="form-label">{question}</legend>
      {people.length > FEW && (
        <input
          type="search"
          className="form-input"
          value={search}
          placeholder={label}
          aria-label={label}
          onChange={({ target }) => setSearch(target.value)}
          data-testid={`${testId}-search`}
        />
      )}
      <div className="form-choices">
        {nobody !== null && search === "" && row(null, nobody)}
        {found.map(({ id, fullName, note }) => row(id, fullName, note))}
        {found.length === 0 && <p className="muted">{nobodyFound}</p>}
      </div>
    </fieldset>
  );
}
