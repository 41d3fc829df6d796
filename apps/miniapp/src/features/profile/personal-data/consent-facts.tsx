import type { MyConsent } from "@stsphera/contracts";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { sayDay } from "../../../shared/format/say-day.ts";
import { clockOf, dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { personalDataWords } from "./personal-data-words.ts";

/** An instant as «10 сентября, 07:40». */
export function useMoment() {
  const locale = useLocale();
  return (instant: string) => `${sayDay(dayOf(instant), locale)}, ${clockOf(instant)}`;
}

/** When and how the reader agreed, to which text, and whether they took it back. */
export function ConsentFacts({ consent }: { consent: MyConsent }) {
  const words = useWords(personalDataWords);
  const say = useMoment();
  const { givenAt, way, text, withdrawnAt } = consent;
  return (
    <section className="section stack" data-testid="consent">
      <h2 className="cap">{words.consent}</h2>
      <Lines>
        <Line label={words.given} testId="consent-given">
          {say(givenAt)}
        </Line>
        <Line label={words.way}>{words.ways[way]}</Line>
        {withdrawnAt !== null && (
          <Line label={words.withdrawn} testId="consent-withdrawn">
            {say(withdrawnAt)}
          </Line>
        )}
      </Lines>
      {text === null ? (
        <p className="muted">
          {words.noText}{" "}
          <a href="/telegram/privacy" target="_blank" rel="noreferrer">
            {words.privacy}
          </a>
        </p>
      ) : (
        <details className="card stack" data-testid="consent-text">
          <summary>{words.text}</summary>
          {text.words.split("\n").map((line) => (
            <p key={line}>{line}</p>
          ))}
        </details>
      )}
    </section>
  );
}
