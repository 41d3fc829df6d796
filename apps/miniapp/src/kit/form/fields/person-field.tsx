import { nameHas, type PersonAnswer, type PersonField as Person } from "@stsphera/contracts/forms";
import { useId, useState } from "react";
import { useWords } from "../../../shared/i18n/locale.ts";
import type { Choosable, FieldProps } from "../field-props.ts";
import { formWords } from "../form-words.ts";

/** With more people than this a search stands above them. */
const FEW = 6;

/** A person out of a list, found by any part of the name. */
export function PersonField({ field, label, answer, onAnswer, people }: FieldProps<Person<never>>) {
  const words = useWords(formWords);
  const [search, setSearch] = useState("");
  const group = useId();
  const all = people(field);
  const found = all.filter(({ fullName }) => nameHas(fullName, search));
  const chosen = (answer ?? null) as PersonAnswer | null;
  const row = (person: Choosable | null) => (
    <label key={person?.id ?? 0} className="form-choice">
      <input
        type="radio"
        name={group}
        checked={person === null ? chosen === null : chosen?.id === person.id}
        onChange={() => onAnswer(person === null ? null : { id: person.id, fullName: person.fullName })}
        data-testid={`person-${person?.id ?? "none"}`}
      />
      <span>
        {person?.fullName ?? words.nobody}
        {person?.note !== undefined && <small className="muted">{person.note}</small>}
      </span>
    </label>
  );
  return (
    <fieldset className="form-field">
      <legend className="form-label">{label}</legend>
      {all.length > FEW && (
        <input
          type="search"
          className="form-input"
          value={search}
          placeholder={words.search}
          aria-label={words.search}
          onChange={({ target }) => setSearch(target.value)}
          data-testid="person-search"
        />
      )}
      <div className="form-choices">
        {field.optional === true && search === "" && row(null)}
        {found.map(row)}
        {found.length === 0 && <p className="muted">{words.nobodyFound}</p>}
      </div>
    </fieldset>
  );
}
