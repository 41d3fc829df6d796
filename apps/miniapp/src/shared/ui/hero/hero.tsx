import type { ReactNode } from "react";
import type { ObjectDashboard } from "@stsphera/contracts";
import { dayWithYear, formatPercent, formatPoints, pastDay } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { useLocale, useWords } from "../../i18n/locale.ts";
import { progressWords } from "../../i18n/progress-words.ts";
import { LateBuilding } from "../building/late-building.tsx";
import { DaysMark } from "../days-mark.tsx";
import { Link } from "../link.tsx";
import { Mark } from "../mark.tsx";
import { ProgressBar } from "../progress-bar.tsx";
import { deviationOf, existingFacade, lateDaysOf } from "./figures.ts";
import { HeroNumber } from "./hero-number.tsx";
import "./hero.css";

type Words = (typeof progressWords)["ru"];
/**
 * `open`: one link to the object, named in it. `parts`: on the object's own page, where each number leads to what it is
 * made of, and the dates stand below.
 */
type Props = { dashboard: ObjectDashboard; lateFirst?: boolean; leads: "open" | "parts" };

/** What the dates say; `forecast` is absent for an observer. */
function forecastLine({ forecast, object }: ObjectDashboard, words: Words, locale: Locale): string | null {
  const deadline = object.deadline === null ? null : dayWithYear(object.deadline, object.today, locale);
  if (forecast === undefined) return deadline === null ? null : words.deadlineOnly(deadline);
  if ("reason" in forecast) return words.noForecast[forecast.reason];
  const date = dayWithYear(forecast.date, object.today, locale);
  const line = deadline === null ? words.forecastOnly(date) : words.forecastAndDeadline(date, deadline);
  return forecast.provisional ? `${line} · ${words.provisional}` : line;
}

/** A number of the hero: a link on the object's own page, plain within the link of the whole hero. */
function Figure({ to, leads, children }: { to: string; leads: Props["leads"]; children: ReactNode }) {
  if (leads === "open") return <span>{children}</span>;
  return (
    <Link to={to} className="hero-figure">
      {children}
    </Link>
  );
}

type NotesProps = { dashboard: ObjectDashboard; showsDays: boolean; leads: Props["leads"] };

function Notes({ dashboard, showsDays, leads }: NotesProps) {
  const locale = useLocale();
  const words = useWords(progressWords);
  const { object, progress, sinceYesterday, today, forecast } = dashboard;
  const page = `/objects/${object.id}`;
  const deviation = deviationOf(progress);
  const late = lateDaysOf(forecast);
  const points = (value: string | null) => formatPoints(value ?? "0", locale);
  return (
    <div className="hero-notes">
      {late !== null && showsDays && leads === "open" && <DaysMark days={late} health={progress.health} />}
      {deviation !== null && (
        <Figure to={`${page}/why?of=deviation`} leads={leads}>
          <Mark tone={progress.health}>{words.toPlan(points(deviation))}</Mark>
        </Figure>
      )}
      {sinceYesterday && sinceYesterday.points !== null && (
        <Figure to={`${page}/fact?day=${sinceYesterday.day}`} leads={leads}>
          <span className="dim">{`${pastDay(sinceYesterday.day, object.today, locale, "of")} ${points(sinceYesterday.points)}`}</span>
        </Figure>
      )}
      {today.entries > 0 && (
        <Figure to={`${page}/fact`} leads={leads}>
          <span className="dim">{words.today(points(today.points))}</span>
        </Figure>
      )}
    </div>
  );
}

function Caption({ dashboard, lateFirst, leads }: Required<Props>) {
  const words = useWords(progressWords);
  const { object, facades } = dashboard;
  const stands = lateFirst ? existingFacade(facades) : null;
  const week = object.week === null ? "" : ` · ${words.week(object.week.current, object.week.last)}`;
  return (
    <div className="cap hero-cap">
      {stands && <Mark tone="red">{words.stands(stands.name)}</Mark>}
      <span>{stands ? `· ${object.name}` : `${leads === "open" ? object.name : object.code}${week}`}</span>
    </div>
  );
}

/** The signature: the object's elevation with its windows lit, one big number, one thin line. */
export function Hero({ dashboard, lateFirst = false, leads }: Props) {
  const locale = useLocale();
  const words = useWords(progressWords);
  const { progress, object, facades } = dashboard;
  const late = lateDaysOf(dashboard.forecast);
  const daysLead = lateFirst && late !== null && late > 0;
  const line = leads === "open" ? forecastLine(dashboard, words, locale) : null;
  const body = (
    <>
      <LateBuilding facades={facades} label={words.building(formatPercent(progress.pct, 1, locale))} />
      <div className="hero-body">
        <Caption dashboard={dashboard} lateFirst={lateFirst} leads={leads} />
        <div className="hero-figures">
          <Figure to={`/objects/${object.id}/why?of=progress`} leads={leads}>
            <HeroNumber pct={progress.pct} days={daysLead ? words.late(late) : null} />
          </Figure>
          <Notes dashboard={dashboard} showsDays={!daysLead} leads={leads} />
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
  if (leads === "parts") return <section className={className}>{body}</section>;
  return (
    <Link to={`/objects/${object.id}`} className={className} testId="hero">
      {body}
    </Link>
  );
}
