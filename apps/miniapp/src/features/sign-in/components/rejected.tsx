import type { Introduction } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { gateWords } from "../gate-words.ts";
import { useMoment } from "../use-moment.ts";
import { useRegister } from "../use-register.ts";
import { InvitedLines } from "./invited-lines.tsx";

type Props = {
  introduction: Introduction;
  fullName: string;
  refusal: NonNullable<Introduction["refusal"]>;
};

/** Access was not opened: why, by whose decision, and the way to ask again. */
export function Rejected({ introduction, fullName, refusal: { reason, by, againAt, mayAsk } }: Props) {
  const words = useWords(gateWords);
  const say = useMoment();
  const { busy, refusal: trouble, send } = useRegister(introduction);
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
      <InvitedLines invitation={introduction.invitation} />
      {trouble !== null && (
        <p className="form-refusal" role="alert" data-testid="form-refusal">
          {trouble}
        </p>
      )}
      {mayAsk ? (
        <Action busy={busy} onPress={() => void send({ fullName })} testId="ask-again">
          {words.again}
        </Action>
      ) : (
        <p data-testid="ask-again-at">{words.againAt(say(againAt))}</p>
      )}
    </section>
  );
}
