import type { Introduction } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { useState } from "react";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { enter } from "../../../shared/api/session.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { register } from "../api/introduce.ts";
import { gateWords } from "../gate-words.ts";
import { useMoment } from "../use-moment.ts";

type Props = { fullName: string; refusal: NonNullable<Introduction["refusal"]> };

/** Access was not opened: why, by whose decision, and the way to ask again. */
export function Rejected({ fullName, refusal: { reason, by, againAt } }: Props) {
  const words = useWords(gateWords);
  const say = useMoment();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = new Date(againAt).getTime() <= serverNow();
  const ask = async () => {
    setBusy(true);
    try {
      enter(await register({ fullName }));
    } catch (error) {
      setTrouble(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <section className="section stack" data-testid="gate-rejected">
      <h1>{words.refused}</h1>
      <Lines>
        {reason !== null && (
          <Line label={words.reason} testId="refusal-reason">
            {reason}
          </Line>
        )}
        {by !== null && <Line label={words.decision}>{shortName(by)}</Line>}
      </Lines>
      <p className="muted">{words.mistake}</p>
      {trouble !== null && (
        <p className="form-refusal" role="alert" data-testid="form-refusal">
          {trouble}
        </p>
      )}
      {open ? (
        <Action busy={busy} onPress={() => void ask()} testId="ask-again">
          {words.again}
        </Action>
      ) : (
        <p data-testid="ask-again-at">{words.againAt(say(againAt))}</p>
      )}
    </section>
  );
}
