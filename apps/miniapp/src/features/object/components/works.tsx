import type { ObjectDashboard, WorkGroupTotal } from "@stsphera/contracts";
import {
  dayWithYear,
  formatPercent,
  formatQuantity,
  ofUnit,
  shortWorkName,
} from "@stsphera/contracts/format";
import { useState } from "react";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { progressWords } from "../../../shared/i18n/progress-words.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";

type Work = ObjectDashboard["workTypes"][number];

type TotalProps = { title: string; total: WorkGroupTotal; to: string; testId: string };

function Total({ title, total, to, testId }: TotalProps) {
  const locale = useLocale();
  const words = useWords(objectWords);
  return (
    <Link to={to} className="card stack" testId={testId}>
      <span className="spread">
        <span className="cap">{title}</span>
        <span className="figure">
          {words.of(formatQuantity(total.fact, locale), ofUnit(total.plan, "шт", locale))}
        </span>
      </span>
      <ProgressBar label={title} pct={total.pct} />
      <span className="spread muted tabular">
        <span>
          {total.rate && total.rate.needed !== null && total.rate.reached !== null
            ? words.unitPace(
                formatQuantity(total.rate.needed, locale),
                formatQuantity(total.rate.reached, locale),
              )
            : null}
        </span>
        <span>{formatPercent(total.pct, 1, locale)}</span>
      </span>
    </Link>
  );
}

function WorkRow({ work, today, to }: { work: Work; today: string; to: string }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  const { rate, finish, remaining } = work;
  const isPast = finish !== null && finish < today && remaining !== "0";
  const figure = (value: string) => formatQuantity(value, locale);
  return (
    <li>
      <Link to={to} className="works-row" testId={`work-${work.id}`}>
        <span className="spread">
          <span>{shortWorkName(work.name)}</span>
          <b className="tabular">{formatPercent(work.pct, 1, locale)}</b>
        </span>
        <ProgressBar label={shortWorkName(work.name)} pct={work.pct} />
        <span className="dim tabular">
          {words.of(figure(work.fact), ofUnit(work.plan, work.unit, locale))} ·{" "}
          {words.left(figure(work.remaining))}
          {rate && rate.needed !== null && rate.reached !== null && (
            <> · {words.unitPace(figure(rate.needed), figure(rate.reached))}</>
          )}
          {isPast && <> · {words.finishPast(dayWithYear(finish, today, locale))}</>}
        </span>
      </Link>
    </li>
  );
}

/** Modules, brackets, and every work by its own unit: different units never share a line. Each opens its map. */
export function Works({ dashboard }: { dashboard: ObjectDashboard }) {
  const words = useWords(objectWords);
  const progress = useWords(progressWords);
  const [open, setOpen] = useState(false);
  const { object, modules, brackets, workTypes } = dashboard;
  const mapOf = (work: string | number) => `/objects/${object.id}/facade?work=${work}`;
  return (
    <section className="section">
      {modules.pct !== null && (
        <Total title={progress.modules} total={modules} to={mapOf("module")} testId="modules" />
      )}
      {brackets.pct !== null && (
        <Total title={progress.brackets} total={brackets} to={mapOf("bracket")} testId="brackets" />
      )}
      {workTypes.length > 0 && (
        <div className="card">
          <button type="button" className="works-more" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span>
              {words.allWorks} · {workTypes.length}
            </span>
            <span aria-hidden="true">{open ? "▴" : "▾"}</span>
          </button>
          {open && (
            <ul>
              {workTypes.map((work) => (
                <WorkRow key={work.id} work={work} today={object.today} to={mapOf(work.id)} />
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
