import type { ObjectBreakdown } from "@stsphera/contracts";
import { dayWithYear, formatQuantity, roundHalfUp } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { progressWords } from "../../../shared/i18n/progress-words.ts";
import { DaysMark } from "../../../shared/ui/days-mark.tsx";
import { breakdownWords } from "../breakdown-words.ts";

type Shown = NonNullable<ObjectBreakdown["forecast"]>;

/** The date with its spread; what is left, the shifts until the deadline, the pace needed and reached. */
export function ForecastFigures({ breakdown, forecast }: { breakdown: ObjectBreakdown; forecast: Shown }) {
  const locale = useLocale();
  const words = useWords(breakdownWords);
  const progress = useWords(progressWords);
  const { object, hours } = breakdown;
  const { rate, shiftsLeft, daysOff, forecast: dated } = forecast;
  const say = (day: string) => dayWithYear(day, object.today, locale);
  const figure = (value: string) => formatQuantity(roundHalfUp(value, 1), locale);
  const deadline =
    object.deadline === null || shiftsLeft === null
      ? null
      : object.deadline < object.today
        ? words.deadlinePast(say(object.deadline))
        : words.shiftsLeft(shiftsLeft, say(object.deadline)) +
          (daysOff === null || daysOff === 0 ? "" : words.daysOff(daysOff));
  const pace =
    rate.reached === null
      ? null
      : rate.needed === null
        ? words.hoursReached(figure(rate.reached))
        : words.hoursPace(figure(rate.needed), figure(rate.reached));
  return (
    <section className="section" data-testid="why-forecast">
      {"reason" in dated ? (
        <p>{progress.noForecast[dated.reason]}</p>
      ) : (
        <>
          <div className="spread">
            <span className="figure">{words.about(say(dated.date))}</span>
            {dated.lateDays !== null && <DaysMark days={dated.lateDays} health={breakdown.progress.health} />}
          </div>
          {dated.p50 !== null && dated.p80 !== null && (
            <p className="muted">
              {words.spread(say(dated.p50), say(dated.p80))}
              {dated.provisional && ` · ${progress.provisional}`}
            </p>
          )}
        </>
      )}
      <p className="tabular">{words.hoursLeft(figure(hours.remaining))}</p>
      {deadline !== null && <p className="tabular">{deadline}</p>}
      {pace !== null && <p className="tabular">{pace}</p>}
    </section>
  );
}
