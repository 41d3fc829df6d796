import type { ObjectDashboard } from "@stsphera/contracts";
import { dayWithYear, formatPercent } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { formatPoints } from "../../format/points.ts";
import { useLocale, useWords } from "../../i18n/locale.ts";
import { progressWords } from "../../i18n/progress-words.ts";
import { LateBuilding } from "../building/late-building.tsx";
import { DaysMark } from "../days-mark.tsx";
import { Mark } from "../mark.tsx";
import { ProgressBar } from "../progress-bar.tsx";
import { deviationOf, existingFacade, lateDaysOf } from "./figures.ts";
import { HeroNumber } from "./hero-number.tsx";
import "./hero.css";

type Words = (typeof progressWords)["ru"];
/** `named`: the page above it does not name the object already. */
type Props = { dashboard: ObjectDashboard; lateFirst?: boolean; named?: boolean; onOpen?: () => void };

/** What the dates say; `forecast` is absent for an observer. */
function forecastLine({ forecast, object }: ObjectDashboard, words: Words, locale: Locale): string | null {
  const deadline = object.deadline === null ? null : dayWithYear(object.deadline, object.today, locale);
  if (forecast === undefined) return deadline === null ? null : words.deadlineOnly(deadline);
  if ("reason" in forecast) return words.noForecast[forecast.reason];
  const date = dayWithYear(forecast.date, object.today, locale);
  const line = deadline === null ? words.forecastOnly(date) : words.forecastAndDeadline(date, deadline);
  return forecast.provisional ? `${line} · ${words.provisional}` : line;
}

function Notes({ dashboard, showsDays }: { dashboard: ObjectDashboard; showsDays: boolean }) {
  const locale = useLocale();
  const words = useWords(progressWords);
  const { progress, sinceYesterday, today, forecast } = dashboard;
  const deviation = deviationOf(progress);
  const late = lateDaysOf(forecast);
  const points = (value: string | null) => formatPoints(value ?? "0", locale);
  return (
    <div className="hero-notes">
      {late !== null && showsDays && <DaysMark days={late} health={progress.health} />}
      {deviation !== null && <Mark tone={progress.health}>{words.toPlan(points(deviation))}</Mark>}
      {sinceYesterday && sinceYesterday.points !== null && (
        <span className="dim">{words.yesterday(points(sinceYesterday.points))}</span>
      )}
      {today.entries > 0 && <span className="dim">{words.today(points(today.points))}</span>}
    </div>
  );
}

function Caption({ dashboard, lateFirst, named }: Required<Omit<Props, "onOpen">>) {
  const words = useWords(progressWords);
  const { object, facades } = dashboard;
  const stands = lateFirst ? existingFacade(facades) : null;
  const week = object.week === null ? "" : ` · ${words.week(object.week.current, object.week.last)}`;
  return (
    <div className="cap hero-cap">
      {stands && <Mark tone="red">{words.stands(stands.name)}</Mark>}
      <span>{stands ? `· ${object.name}` : `${named ? object.name : object.code}${week}`}</span>
    </div>
  );
}

/** The signature: the object's elevation with its windows lit, one big number, one thin line. */
export function Hero({ dashboard, lateFirst = false, named = true, onOpen }: Props) {
  const locale = useLocale();
  const words = useWords(progressWords);
  const { progress, object, facades } = dashboard;
  const late = lateDaysOf(dashboard.forecast);
  const daysLead = lateFirst && late !== null && late > 0;
  const line = forecastLine(dashboard, words, locale);
  const body = (
    <>
      <LateBuilding facades={facades} label={words.building(formatPercent(progress.pct, 1, locale))} />
      <div className="hero-body">
        <Caption dashboard={dashboard} lateFirst={lateFirst} named={named} />
        <div className="hero-figures">
          <HeroNumber pct={progress.pct} days={daysLead ? words.late(late) : null} />
          <Notes dashboard={dashboard} showsDays={!daysLead} />
        </div>
        <ProgressBar label={object.name} pct={progress.pct} planned={progress.plannedPct} />
        {daysLead && progress.plannedPct !== null && (
          <p className="hero-line tabular">
            <span data-testid="progress-number">{formatPercent(progress.pct, 1, locale)}</span>
            {words.againstPlan("", formatPercent(progress.plannedPct, 1, locale))}
          </p>
        )}
        {line !== null && <p className="hero-line">{line}</p>}
      </div>
    </>
  );
  const className = `hero${object.status === "on_hold" ? " hero-held" : ""}`;
  if (!onOpen) return <section className={className}>{body}</section>;
  return (
    <button type="button" className={className} onClick={onOpen} data-testid="hero">
      {body}
    </button>
  );
}
