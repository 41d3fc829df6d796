import type { GprCard } from "@stsphera/contracts";
import { dayInWords, periodWithYear, shortName } from "@stsphera/contracts/format";
import { ROLE_CAPTIONS } from "@stsphera/contracts/people/captions";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { gprWords } from "../gpr-words.ts";
import { stateCaption } from "../../../shared/i18n/state-caption.ts";

const TONES: Readonly<Record<GprCard["status"], MarkTone>> = {
  draft: "muted",
  pending_signatures: "violet",
  active: "green",
  archived: "muted",
};

export function GprState({ status }: Pick<GprCard, "status">) {
  return <Mark tone={TONES[status]}>{stateCaption("gpr", status, useLocale())}</Mark>;
}

/** «12 октября – 18 декабря»; null while there are no dates. */
export function usePeriod() {
  const locale = useLocale();
  const today = dayOf(serverNow());
  return (from: string | null, to: string | null): string | null =>
    from === null || to === null ? null : periodWithYear(from, to, today, locale);
}

function useChanges() {
  const words = useWords(gprWords);
  return ({ changes }: GprCard): string => {
    if (changes === null) return words.first;
    const kinds = ["added", "removed", "moved", "changed"] as const;
    const parts = kinds.filter((kind) => changes[kind] > 0).map((kind) => words[kind](changes[kind]));
    return parts.length === 0 ? words.same : parts.join(", ");
  };
}

/** What the version is: of which object, from when to when, what differs from the one before. */
export function GprFacts({ gpr }: { gpr: GprCard }) {
  const words = useWords(gprWords);
  const period = usePeriod();
  const changes = useChanges();
  const { status, mine, hash } = gpr;
  const own = [words.rows(mine.rows), period(mine.from, mine.to)].filter((part) => part !== null).join(" · ");
  return (
    <section className="section">
      <h2 className="task-title">{words.version(gpr.number)}</h2>
      <GprState status={status} />
      <Lines>
        <Line label={words.object} to={`/objects/${gpr.objectId}`}>
          {gpr.objectName}
        </Line>
        <Line label={words.period}>
          {[period(gpr.startOn, gpr.finishOn), words.rows(gpr.rows)]
            .filter((part) => part !== null)
            .join(" · ")}
        </Line>
        {mine.rows > 0 && <Line label={words.yours}>{own}</Line>}
        {status !== "draft" && (
          <Line label={words.changes} testId="gpr-changes">
            {changes(gpr)}
          </Line>
        )}
        {hash !== null && (
          <Line label={words.content}>
            {hash.slice(0, 4).toUpperCase()}…{hash.slice(-4).toUpperCase()}
          </Line>
        )}
      </Lines>
    </section>
  );
}

/** The five signers, with what each has done. */
export function GprSignatures({ gpr }: { gpr: GprCard }) {
  const words = useWords(gprWords);
  const locale = useLocale();
  const today = dayOf(serverNow());
  if (gpr.signatures.length === 0) return null;
  return (
    <section className="section" data-testid="gpr-signatures">
      <h2 className="cap">
        {words.signatures} · {words.signed(gpr.signed, gpr.signers)}
      </h2>
      <Lines>
        {gpr.signatures.map(({ role, signer, signedAt, signedBy }) => (
          <Line key={role} label={ROLE_CAPTIONS[locale][role]}>
            {shortName(signer.fullName)} ·{" "}
            {signedAt === null ? words.waiting : dayInWords(dayOf(signedAt), today, locale)}
            {signedBy !== null &&
              signedBy.id !== signer.id &&
              ` · ${words.byDeputy(shortName(signedBy.fullName))}`}
          </Line>
        ))}
      </Lines>
    </section>
  );
}
