import { dayWithYear, periodWithYear } from "@stsphera/contracts/format";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { TextField } from "../../../kit/form/text-field.tsx";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { getTemplateDates, listScheduleTemplates } from "../api/draft-requests.ts";
import type { TypedDraft } from "./typed-draft.ts";
import { wizardWords } from "./wizard-words.ts";

type Props = {
  typed: Pick<TypedDraft, "schedule" | "object">;
  onChange: (schedule: TypedDraft["schedule"]) => void;
};

/** The first day of a schedule: the one typed, else that of the object. */
export const startOf = ({ schedule, object }: Props["typed"]): string =>
  schedule.startOn || object.startDate || object.contractDate;

/** The dates of the chosen template, by department. */
function Dates({ typed }: Pick<Props, "typed">) {
  const words = useWords(wizardWords);
  const locale = useLocale();
  const today = dayOf(serverNow());
  const { workWeek, followTransfers, deadline } = typed.object;
  const { template } = typed.schedule;
  const startOn = startOf(typed);
  const asked = { template, startOn, workWeek, followTransfers };
  const isAsked = /^20\d\d-\d\d-\d\d$/.test(startOn) && workWeek.length > 0;
  const { data, error } = useQuery({
    queryKey: [...queryKeys.gprTemplates(), "dates", asked],
    queryFn: () => getTemplateDates(asked),
    enabled: isAsked,
  });
  if (!isAsked) return <p className="muted">{words.scheduleNoStart}</p>;
  if (error !== null) {
    return (
      <p className="form-refusal" role="alert">
        {errorSentence(error)}
      </p>
    );
  }
  if (data === undefined) return <p className="dim">{words.counting}</p>;
  const late =
    deadline === "" ? 0 : Math.round((Date.parse(data.finishOn) - Date.parse(deadline)) / 86_400_000);
  return (
    <div className="stack" data-testid="template-dates">
      <p>
        <b>{words.scheduleEnds(dayWithYear(data.finishOn, today, locale))}</b>
      </p>
      {late > 0 && <p className="form-missing">{words.scheduleLate(late)}</p>}
      <p className="muted">{words.scheduleSize(String(data.rows), String(data.links))}</p>
      <Lines>
        {data.departments.map(({ department, from, to }) => (
          <Line key={department} label={DEPARTMENT_CAPTIONS[locale][department]}>
            {periodWithYear(from, to, today, locale)}
          </Line>
        ))}
      </Lines>
    </div>
  );
}

/** Step 4: the template of the schedule and its first day; the dates are there at once. */
export function StepSchedule({ typed, onChange }: Props) {
  const words = useWords(wizardWords);
  const group = useId();
  const { schedule } = typed;
  const { data, error } = useQuery({ queryKey: queryKeys.gprTemplates(), queryFn: listScheduleTemplates });
  const choice = (code: string, name: string) => (
    <label key={code} className="form-choice">
      <input
        type="radio"
        name={group}
        checked={schedule.template === code}
        onChange={() => onChange({ ...schedule, template: code })}
        data-testid={`template-${code === "" ? "none" : code}`}
      />
      <span>{name}</span>
    </label>
  );
  return (
    <section className="section" data-testid="step-schedule">
      <fieldset className="form-field">
        <legend className="form-label">{words.steps.schedule}</legend>
        {data?.templates.map(({ code, name }) => choice(code, name))}
        {choice("", words.noSchedule)}
      </fieldset>
      {error !== null && (
        <p className="form-refusal" role="alert">
          {errorSentence(error)}
        </p>
      )}
      {schedule.template !== "" && (
        <>
          <TextField
            name="schedule-start"
            type="date"
            label={words.scheduleStart}
            value={startOf(typed)}
            onChange={(startOn) => onChange({ ...schedule, startOn })}
          />
          <Dates typed={typed} />
        </>
      )}
    </section>
  );
}
