import type { DefectSummary } from "@stsphera/contracts";
import { defectCode, defectPlace, SEVERITY_CAPTIONS } from "@stsphera/contracts/defects/captions";
import { dayInWords, shortName } from "@stsphera/contracts/format";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { defectWords } from "../defect-words.ts";
import { stateCaption } from "../../../shared/i18n/state-caption.ts";

const STATES: Readonly<Record<DefectSummary["status"], MarkTone>> = {
  open: "violet",
  assigned: "violet",
  in_work: "green",
  fixed: "violet",
  verified: "muted",
  disputed: "amber",
  reopened: "amber",
  cancelled: "muted",
};
const SEVERITIES: Readonly<Record<DefectSummary["severity"], MarkTone>> = {
  critical: "red",
  major: "amber",
  minor: "muted",
};

export function DefectState({ status }: Pick<DefectSummary, "status">) {
  return <Mark tone={STATES[status]}>{stateCaption("defect", status, useLocale())}</Mark>;
}

export function Severity({ severity }: Pick<DefectSummary, "severity">) {
  return <Mark tone={SEVERITIES[severity]}>{SEVERITY_CAPTIONS[useLocale()][severity]}</Mark>;
}

/** Its day in words; null without one. */
export function useTerm() {
  const locale = useLocale();
  const words = useWords(defectWords);
  return ({ dueOn, overdue }: Pick<DefectSummary, "dueOn" | "overdue">): string | null => {
    if (dueOn === null) return null;
    const day = dayInWords(dueOn, dayOf(serverNow()), locale);
    return overdue ? words.overdue(day) : day;
  };
}

/** A defect in a list; opens it. */
export function DefectRow({ defect }: { defect: DefectSummary }) {
  const locale = useLocale();
  const words = useWords(defectWords);
  const term = useTerm()(defect);
  const { id, title, severity, status, responsible, ageDays, overdue } = defect;
  const facts = [
    defectPlace(defect, locale),
    ...(responsible === null ? [] : [shortName(responsible.fullName)]),
    words.age(ageDays),
  ];
  return (
    <Link to={`/defects/${id}`} className="card stack" testId={`defect-row-${id}`}>
      <span className="spread">
        <b className="task-row-title">
          {defectCode(defect, locale)} · {title}
        </b>
        <DefectState status={status} />
      </span>
      <span className="muted">{facts.join(" · ")}</span>
      <span className="spread">
        <Severity severity={severity} />
        {term !== null && (overdue ? <Mark tone="red">{term}</Mark> : <span className="muted">{term}</span>)}
      </span>
    </Link>
  );
}
