import type { BreakdownFacade, BreakdownWork, ObjectBreakdown } from "@stsphera/contracts";
import { compareDecimals } from "@stsphera/contracts/format";
import { useWords } from "../../../shared/i18n/locale.ts";
import { breakdownWords } from "../breakdown-words.ts";
import { ForecastFigures } from "./forecast-figures.tsx";
import { LastShifts } from "./last-shifts.tsx";
import { LateTasks } from "./late-tasks.tsx";
import { PaceRow } from "./pace-row.tsx";
import { mapOfFacade, mapOfWork } from "./part-row.tsx";

type Part = BreakdownWork | BreakdownFacade;
const shortOf = (part: Part) => part.pace?.shortHours ?? "0";
const isShort = (part: Part) => compareDecimals(shortOf(part), "0") > 0;
const worstFirst = <P extends Part>(parts: readonly P[]): P[] =>
  parts.toSorted((a, b) => compareDecimals(shortOf(b), shortOf(a)));

/** The forecast: what is left, the pace of ten shifts, and the works, facades and late tasks that hold the date. */
export function ForecastWhy({ breakdown }: { breakdown: ObjectBreakdown }) {
  const words = useWords(breakdownWords);
  const { object, works, facades, forecast, lateTasks } = breakdown;
  if (forecast === undefined) return null;
  const late = worstFirst(works.filter(isShort));
  const inTime = works.filter((work) => !isShort(work) && compareDecimals(work.remaining, "0") > 0);
  const shifts = forecast.shifts.length;
  const row = (part: Part, to: string, testId: string) => (
    <PaceRow key={part.id} part={part} today={object.today} shifts={shifts} to={to} testId={testId} />
  );
  return (
    <>
      <ForecastFigures breakdown={breakdown} forecast={forecast} />
      {late.length > 0 && (
        <section className="section">
          <h2 className="cap">{words.drives}</h2>
          <p className="muted">{words.drivesLine}</p>
          {late.map((work) => row(work, mapOfWork(object.id, work), "driver"))}
        </section>
      )}
      <section className="section">
        <h2 className="cap">{words.facades}</h2>
        {worstFirst(facades).map((facade) => (
          <div key={facade.id} className="stack">
            {row(facade, mapOfFacade(object.id, facade), "driver-facade")}
            <LateTasks tasks={lateTasks?.items.filter((task) => task.facadeId === facade.id) ?? []} />
          </div>
        ))}
      </section>
      {lateTasks !== undefined && lateTasks.total > 0 && (
        <LateTasks
          tasks={lateTasks.items.filter((task) => task.facadeId === null)}
          title={words.lateTasks}
          all={{ to: `/objects/${object.id}/tasks?state=overdue`, text: words.allLate(lateTasks.total) }}
        />
      )}
      {inTime.length > 0 && (
        <section className="section">
          <h2 className="cap">{words.onTime}</h2>
          {inTime.map((work) => row(work, mapOfWork(object.id, work), "in-time"))}
        </section>
      )}
      <LastShifts objectId={object.id} today={object.today} shifts={forecast.shifts} />
    </>
  );
}
