import { useState } from "react";
import { useWords } from "../../../shared/i18n/locale.ts";
import { canRequestPhone, requestPhone } from "../../../shared/telegram/request-phone.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { gateWords } from "../gate-words.ts";

type Props = { value: string; onChange: (value: string) => void };

/** The phone: from Telegram where it can be asked, typed, or left empty. */
export function PhoneField({ value, onChange }: Props) {
  const words = useWords(gateWords);
  const [asking, setAsking] = useState(false);
  const [notGiven, setNotGiven] = useState(false);
  const take = async () => {
    setAsking(true);
    const phone = await requestPhone();
    setAsking(false);
    setNotGiven(phone === null);
    if (phone !== null) onChange(phone.startsWith("+") ? phone : `+${phone}`);
  };
  return (
    <>
      <label className="form-field">
        <span className="form-label">{words.phone}</span>
        <input
          type="tel"
          className="form-input"
          autoComplete="tel"
          maxLength={30}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          data-testid="field-phone"
        />
        <span className="muted">{notGiven ? words.phoneNotGiven : words.phoneWhy}</span>
      </label>
      {canRequestPhone && value === "" && (
        <Action tone="quiet" busy={asking} onPress={() => void take()} testId="phone-from-telegram">
          {words.phoneFromTelegram}
        </Action>
      )}
    </>
  );
}
