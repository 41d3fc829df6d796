import { useState } from "react";
import { codeFor } from "../../../kit/volumes/facade-code.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { shellWords } from "../../../shared/i18n/shell-words.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import type { TypedFacade } from "./typed-draft.ts";
import { wizardWords } from "./wizard-words.ts";

type Props = { facades: readonly TypedFacade[]; onChange: (facades: readonly TypedFacade[]) => void };

/** The facades of a new object: the usual ones by a press, others by name. */
export function FacadeNames({ facades, onChange }: Props) {
  const words = useWords(wizardWords);
  const shell = useWords(shellWords);
  const [name, setName] = useState("");
  const isThere = (one: string) => facades.some((facade) => facade.name.toLowerCase() === one.toLowerCase());
  const add = (typed: string) => {
    const one = typed.trim();
    if (one === "") return;
    if (isThere(one)) return showToast(words.facadeThere(one));
    onChange([
      ...facades,
      {
        code: codeFor(
          one,
          facades.map(({ code }) => code),
        ),
        name: one,
      },
    ]);
    setName("");
  };
  const remove = (facade: TypedFacade) => {
    onChange(facades.filter((one) => one !== facade));
    showToast(words.facadeGone(facade.name), {
      text: shell.undo,
      onPress: () => onChange(facades),
      testId: "toast-undo",
    });
  };
  return (
    <div className="form-field">
      <span className="form-label">{words.facades}</span>
      <ul>
        {facades.map((facade) => (
          <li key={facade.code} className="wizard-person">
            <span>
              {facade.name}
              {facade.code !== facade.name && <small className="muted"> {facade.code}</small>}
            </span>
            <button type="button" aria-label={words.removeFacade(facade.name)} onClick={() => remove(facade)}>
              ✕
            </button>
          </li>
        ))}
      </ul>
      <Chips label={words.addFacade}>
        {words.readyFacades
          .filter((one) => !isThere(one))
          .map((one) => (
            <Chip key={one} onPress={() => add(one)} testId={`facade-${one}`}>
              + {one}
            </Chip>
          ))}
      </Chips>
      <form
        className="wizard-add"
        onSubmit={(event) => {
          event.preventDefault();
          add(name);
        }}
      >
        <input
          className="form-input"
          value={name}
          maxLength={200}
          placeholder={words.facadeName}
          aria-label={words.facadeName}
          onChange={({ target }) => setName(target.value)}
          data-testid="facade-name"
        />
        <button type="submit" className="chip" disabled={name.trim() === ""}>
          {words.addPerson}
        </button>
      </form>
    </div>
  );
}
