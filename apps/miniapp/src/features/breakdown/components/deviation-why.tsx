import type { ObjectBreakdown } from "@stsphera/contracts";
import { compareDecimals, formatPercent, formatPoints, subtract } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Mark } from "../../../shared/ui/mark.tsx";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { breakdownWords } from "../breakdown-words.ts";
import { mapOfFacade, mapOfWork, PartRow } from "./part-row.tsx";

type Part = ObjectBreakdown["works"][number] | ObjectBreakdown["facades"][number];

const worstFirst = <P extends Part>(parts: readonly P[]): P[] =>
  parts
    .filter((part) => part.points !== null)
    .toSorted((a, b) => compareDecimals(a.points ?? "0", b.points ?? "0"));

/** The deviation from the plan: the facades and works with the largest share of it come first. */
export function DeviationWhy({
  breakdown: { object, progress, works, facades },
}: {
  breakdown: ObjectBreakdown;
}) {
  const locale = useLocale();
  const words = useWords(breakdownWords);
  const { pct, plannedPct } = progress;
  if (pct === null || plannedPct === null) return <NoticeBlock title={words.noPlan} testId="empty" />;
  const share = (value: string | null) => formatPercent(value, 1, locale);
  const points = (part: Part) => (
    <Mark tone={part.health}>{words.points(formatPoints(part.points ?? "0", locale))}</Mark>
  );
  const line = (part: Part) => [words.againstPlan(share(part.pct), share(part.plannedPct))];
  const whole = formatPoints(subtract(pct, plannedPct), locale);
  return (
    <>
      <section className="section" data-testid="why-deviation">
        <p className="tabular">{words.deviation(whole, share(pct), share(plannedPct))}</p>
        <p className="muted">{words.deviationLine}</p>
      </section>
      <section className="section">
        <h2 className="cap">{words.facades}</h2>
        {worstFirst(facades).map((facade) => (
          <PartRow
            key={facade.id}
            part={facade}
            to={mapOfFacade(object.id, facade)}
            aside={points(facade)}
            lines={line(facade)}
            testId="share-facade"
          />
        ))}
      </section>
      <section className="section">
        <h2 className="cap">{words.works}</h2>
        {worstFirst(works).map((work) => (
          <PartRow
            key={work.id}
            part={work}
            to={mapOfWork(object.id, work)}
            aside={points(work)}
            lines={line(work)}
            testId="share"
          />
        ))}
      </section>
    </>
  );
}
