import type { ObjectBreakdown } from "@stsphera/contracts";
import {
  compareDecimals,
  formatPercent,
  formatQuantity,
  roundHalfUp,
  ofUnit,
} from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { breakdownWords } from "../breakdown-words.ts";
import { mapOfFacade, mapOfWork, PartRow } from "./part-row.tsx";

const heaviest = <P extends { weight: string | null }>(parts: readonly P[]): P[] =>
  parts.toSorted((a, b) => compareDecimals(b.weight ?? "0", a.weight ?? "0"));

/** The percentage: every work by its weight in norm hours. */
export function ProgressWhy({
  breakdown: { object, progress, hours, works, facades },
}: {
  breakdown: ObjectBreakdown;
}) {
  const locale = useLocale();
  const words = useWords(breakdownWords);
  const figure = (value: string) => formatQuantity(roundHalfUp(value, 1), locale);
  const weight = (value: string | null) => words.weight(formatPercent(value, 1, locale));
  const share = (pct: string | null) => <b>{formatPercent(pct, 1, locale)}</b>;
  return (
    <>
      <section className="section" data-testid="why-progress">
        <span className="figure">{formatPercent(progress.pct, 1, locale)}</span>
        <p className="tabular">{words.earned(figure(hours.earned), figure(hours.plan))}</p>
        <p className="muted">{words.earnedLine}</p>
      </section>
      <section className="section">
        <h2 className="cap">{words.works}</h2>
        {heaviest(works).map((work) => (
          <PartRow
            key={work.id}
            part={work}
            to={mapOfWork(object.id, work)}
            aside={share(work.pct)}
            lines={[
              `${weight(work.weight)} · ${words.ofPlan(formatQuantity(work.fact, locale), ofUnit(work.plan, work.unit, locale))}`,
            ]}
            testId="weight"
          />
        ))}
      </section>
      <section className="section">
        <h2 className="cap">{words.facades}</h2>
        {heaviest(facades).map((facade) => (
          <PartRow
            key={facade.id}
            part={facade}
            to={mapOfFacade(object.id, facade)}
            aside={share(facade.pct)}
            lines={[weight(facade.weight)]}
            testId="weight-facade"
          />
        ))}
      </section>
    </>
  );
}
