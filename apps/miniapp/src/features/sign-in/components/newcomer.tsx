import type { Introduction } from "@stsphera/contracts";
import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { enter } from "../../../shared/api/session.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { register } from "../api/introduce.ts";
import { gateWords } from "../gate-words.ts";
import { readPhone } from "../read-phone.ts";
import { InvitedLines } from "./invited-lines.tsx";
import { PhoneField } from "./phone-field.tsx";
import "../../../kit/form/form.css";

/** A name and a surname in letters, as the server wants them. */
const NAME = /^\p{L}[\p{L}'’.-]*(\s+[\p{L}'’.-]+)+$/u;

/** Who is unknown here agrees, says their name and phone, and asks for access. Nothing is sent before. */
export function Newcomer({ introduction: { fullName, invitation } }: { introduction: Introduction }) {
  const words = useWords(gateWords);
  const [name, setName] = useState(fullName !== null && NAME.test(fullName) ? fullName : "");
  const [phone, setPhone] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const change = (set: (value: string) => void) => (value: string) => {
    setRefusal(null);
    set(value);
  };
  const ask = async () => {
    const number = readPhone(phone);
    if (!NAME.test(name.trim())) return setRefusal(words.nameWrong);
    if (phone.trim() !== "" && number === null) return setRefusal(words.phoneWrong);
    setBusy(true);
    try {
      enter(await register({ fullName: name.trim(), ...(number === null ? {} : { phone: number }) }));
    } catch (error) {
      setRefusal(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <section className="section stack" data-testid="gate-newcomer">
      <h1>{words.welcome}</h1>
      <p className="muted">{words.what}</p>
      <InvitedLines invitation={invitation} />
      <label className="form-field">
        <span className="form-label">{words.name}</span>
        <input
          type="text"
          className="form-input"
          autoComplete="name"
          maxLength={80}
          value={name}
          onChange={({ target }) => change(setName)(target.value)}
          data-testid="field-fullName"
        />
      </label>
      <PhoneField value={phone} onChange={change(setPhone)} />
      <p>
        {words.consent(words.send)}{" "}
        <a href="/telegram/privacy" target="_blank" rel="noreferrer" className="gate-page-link">
          {words.consentLink}
        </a>
      </p>
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="form-refusal">
          {refusal}
        </p>
      )}
      <ActionBar
        text={words.send}
        enabled={name.trim() !== ""}
        busy={busy}
        onPress={() => void ask()}
        testId="send-request"
      />
    </section>
  );
}
