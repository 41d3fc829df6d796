import type { ObjectDashboard } from "@stsphera/contracts";
import { dayWithYear, formatQuantity } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { progressWords } from "../../../shared/i18n/progress-words.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { DaysMark } from "../../../shared/ui/days-mark.tsx";

function Forecast({ dashboard }: { dashboard: ObjectDashboard }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  const progress = useWords(progressWords);
  const { forecast } = dashboard;
  if (forecast === undefined) return null;
  if ("reason" in forecast) return <p className="muted">{progress.noForecast[forecast.reason]}</p>;
  const { date, lateDays, provisional } = forecast;
  return (
    <>
      <div className="spread">
        <span>{words.forecast}</span>
        <span className="dates-figure">
          <span className="figure">{words.about(dayWithYear(date, dashboard.object.today, locale))}</span>
          {lateDays !== null && <DaysMark days={lateDays} health={dashboard.progress.health} />}
        </span>
      </div>
      {provisional && <p className="muted">{progress.provisional}</p>}
    </>
  );
}

/** Norm hours a shift; an observer is told none. */
function Pace({ rate }: { rate: ObjectDashboard["rate"] | undefined }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  if (rate === undefined || rate.reached === null) return null;
  const reached = formatQuantity(rate.reached, locale);
  const text =
    rate.needed === null
      ? words.paceReached(reached)
      : words.pace(formatQuantity(rate.needed, locale), reached);
  return <p className="muted tabular">{text}</p>;
}

/** When it will be done, when it should be, and the pace behind it. */
export function Dates({ dashboard }: { dashboard: ObjectDashboard }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  const { object, rate, forecast } = dashboard;
  const dates = (
    <>
      <Forecast dashboard={dashboard} />
      <div className="spread">
        <span className="muted">{words.byContract}</span>
        <span>
          {object.deadline === null ? words.noDeadline : dayWithYear(object.deadline, object.today, locale)}
        </span>
      </div>
      <Pace rate={rate} />
    </>
  );
  return (
    <section className="section">
      <h2 className="cap">{words.deadline}</h2>
      {forecast === undefined || dashboard.facades.length === 0 ? (
        <div className="card stack">{dates}</div>
      ) : (
        <Link to={`/objects/${object.id}/why?of=forecast`} className="card stack" testId="why">
          {dates}
          <span className="dates-why">{words.why}</span>
        </Link>
      )}
    </section>
  );
}
