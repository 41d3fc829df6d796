import type { DashboardFacade } from "@stsphera/contracts";
import { formatPercent } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { progressWords } from "../../../shared/i18n/progress-words.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";

type Props = { objectId: number; facades: readonly DashboardFacade[] };

/** One row per facade with fact, plan and health; it opens the facade's map. */
export function Facades({ objectId, facades }: Props) {
  const locale = useLocale();
  const words = useWords(objectWords);
  const progress = useWords(progressWords);
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.facades}</h2>
        <span className="dim">
          {words.fact} | {words.plan}
        </span>
      </div>
      {facades.map((facade) => (
        <Link
          key={facade.id}
          to={`/objects/${objectId}/facade?work=all&facade=${facade.id}`}
          className="card stack"
          testId={`facade-${facade.id}`}
        >
          <div className="spread">
            <span className="facades-name">
              <b>{facade.name}</b>
              <Mark tone={facade.health}>{progress.health[facade.health]}</Mark>
            </span>
            <span className="tabular facades-share">
              <b>{formatPercent(facade.pct, 1, locale)}</b>
              <span className="muted"> | {formatPercent(facade.plannedPct, 1, locale)}</span>
            </span>
          </div>
          <ProgressBar
            label={facade.name}
            pct={facade.pct}
            planned={facade.plannedPct}
            tone={facade.health}
          />
        </Link>
      ))}
    </section>
  );
}
