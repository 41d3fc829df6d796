import type { GprTemplate } from "@stsphera/contracts";
import { useId } from "react";
import { useWords } from "../../../shared/i18n/locale.ts";
import { beginWords } from "./begin-words.ts";
import "../../../kit/form/form.css";

type Props = {
  templates: readonly GprTemplate[];
  chosen: string | null;
  onChoose: (code: string) => void;
};

/** One of the templates, with how large it is. */
export function TemplateField({ templates, chosen, onChoose }: Props) {
  const words = useWords(beginWords);
  const group = useId();
  return (
    <fieldset className="form-field">
      <legend className="form-label">{words.template}</legend>
      {templates.map(({ code, name, rows, links }) => (
        <label key={code} className="form-choice">
          <input
            type="radio"
            name={group}
            checked={code === chosen}
            onChange={() => onChoose(code)}
            data-testid={`template-${code}`}
          />
          <span>
            {name}
            <small className="muted">{words.rows(rows, links)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
