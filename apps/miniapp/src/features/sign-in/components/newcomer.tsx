import type { Introduction } from "@stsphera/contracts";
import { isPersonName } from "@stsphera/contracts/people/person-name";
import { useState } from "react";
import { useWords } from "../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { gateWords } from "../gate-words.ts";
import { readPhone } from "../read-phone.ts";
import { useRegister } from "../use-register.ts";
import { InvitedLines } from "./invited-lines.tsx";
import { PhoneField } from "./phone-field.tsx";
import "../../../kit/form/form.css";

/** Who is unknown here agrees, says their name and phone, and asks for access. Nothing is sent before. */
export function Newcomer({ introduction }: { introduction: Introduction }) {
  const words = useWords(gateWords);
  const { fullName, invitation } = introduction;
  const [name, setName] = useState(fullName !== null && isPersonName(fullName) ? fullName : "");
  const [phone, setPhone] = useState("");
  const { busy, refusal, setRefusal, send } = useRegister(introduction);

  const change = (set: (value: string) => void) => (value: string) => {
    setRefusal(null);
    set(value);
  };
  const ask = () => {
    const number = readPhone(phone);
    if (!isPersonName(name.trim())) return setRefusal(words.nameWrong);
    if (phone.trim() !== "" && number === null) return setRefusal(words.phoneWrong);
    return void send({ fullName: name.trim(), ...(number === null ? {} : { phone: number }) });
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
        {words.consent}
        <br />
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
        onPress={ask}
        testId="send-request"
      />
    </section>
  );
}
