import type { ObjectDashboard, PlanFact } from "@stsphera/contracts";
import { formatPercent, formatQuantity, withUnit } from "@stsphera/contracts/format";
import { useState } from "react";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { progressWords } from "../../../shared/i18n/progress-words.ts";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";

type Work = ObjectDashboard["workTypes"][number];

function Total({ title, total, testId }: { title: string; total: PlanFact; testId: string }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  return (
    <div className="card stack" data-testid={testId}>
      <div className="spread">
        <span className="cap">{title}</span>
        <span className="figure">
          {words.of(formatQuantity(total.fact, locale), withUnit(total.plan, "шт", locale))}
        </span>
      </div>
      <ProgressBar label={title} pct={total.pct} />
      <span className="muted tabular">{formatPercent(total.pct, 1, locale)}</span>
    </div>
  );
}

function WorkRow({ work }: { work: Work }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  const { rate } = work;
  const figure = (value: string) => formatQuantity(value, locale);
  return (
    <li className="works-row">
      <div className="spread">
        <span>{work.name}</span>
        <b className="tabular">{formatPercent(work.pct, 1, locale)}</b>
      </div>
      <ProgressBar label={work.name} pct={work.pct} />
      <span className="dim tabular">
        {words.of(figure(work.fact), withUnit(work.plan, work.unit, locale))} ·{" "}
        {words.left(figure(work.remaining))}
        {rate && rate.needed !== null && rate.reached !== null && (
          <> · {words.unitPace(figure(rate.needed), figure(rate.reached))}</>
        )}
      </span>
    </li>
  );
}

/** Modules, brackets, and every work by its own unit: different units never share a line. */
export function Works({ dashboard }: { dashboard: ObjectDashboard }) {
  const words = useWords(objectWords);
  const progress = useWords(progressWords);
  const [open, setOpen] = useState(false);
  const { modules, brackets, workTypes } = dashboard;
  return (
    <section className="section">
      {modules.pct !== null && <Total title={progress.modules} total={modules} testId="modules" />}
      {brackets.pct !== null && <Total title={progress.brackets} total={brackets} testId="brackets" />}
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
                <WorkRow key={work.code} work={work} />
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
