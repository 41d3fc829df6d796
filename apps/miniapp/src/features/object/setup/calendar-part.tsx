import type { ObjectCalendar, ObjectCard } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { SaveBar } from "./save-bar.tsx";
import { getCalendar, previewCalendar, saveCalendar, setupKeys } from "./setup-requests.ts";
import { setupWords } from "./setup-words.ts";
import { useChanges } from "./use-changes.ts";

type Own = ObjectCalendar["overrides"];

function Preview({ id, days }: { id: number; days: Own }) {
  const words = useWords(setupWords);
  const { data, error } = useQuery({
    queryKey: ["calendar-preview", id, days],
    queryFn: () => previewCalendar(id, { days }),
  });
  return (
    <div className="card stack" aria-live="polite" data-testid="preview">
      <b>{words.preview}</b>
      {error !== null && <span className="form-refusal">{errorSentence(error)}</span>}
      {data !== undefined && (
        <>
          <span>{words.daysChange(data.days)}</span>
          {data.shift !== null && (
            <span>{words.left(data.shift.workdaysLeft.before, data.shift.workdaysLeft.after)}</span>
          )}
          {data.cells > 0 && <span>{words.cells(data.cells)}</span>}
        </>
      )}
    </div>
  );
}

function OwnDays({ calendar, today }: { calendar: ObjectCalendar; today: string }) {
  const words = useWords(setupWords);
  const locale = useLocale();
  const [day, setDay] = useState(today);
  const { objectId, overrides, version } = calendar;
  const changes = useChanges<{ days: Own }>({
    stored: { days: overrides, version },
    save: ({ days = [] }, of) => saveCalendar(objectId, { days, version: of }),
    done: words.saved,
  });
  const { days } = changes.values;
  const put = (working: boolean) => {
    const others = days.filter((one) => one.day !== day);
    changes.set({ days: [...others, { day, working }].toSorted((a, b) => (a.day < b.day ? -1 : 1)) });
  };
  return (
    <>
      <section className="section">
        <h2 className="cap">{words.ownDays}</h2>
        {days.length === 0 && <p className="muted">{words.noOwnDays}</p>}
        <ul>
          {days.map((one) => (
            <li key={one.day} className="setup-row">
              <span>
                {sayDay(one.day, locale)}{" "}
                <span className="muted">{one.working ? words.works : words.rests}</span>
              </span>
              <button
                type="button"
                className="plain-button"
                aria-label={words.removeDay(sayDay(one.day, locale))}
                onClick={() => changes.set({ days: days.filter((kept) => kept !== one) })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
        <label className="form-field">
          <span className="form-label">{words.addDay}</span>
          <input
            type="date"
            className="form-input"
            value={day}
            onChange={({ target }) => setDay(target.value)}
            data-testid="own-day"
          />
        </label>
        <Chips label={words.addDay}>
          <Chip disabled={day === ""} onPress={() => put(true)} testId="day-works">
            {words.works}
          </Chip>
          <Chip disabled={day === ""} onPress={() => put(false)} testId="day-rests">
            {words.rests}
          </Chip>
        </Chips>
        {changes.isChanged && <Preview id={objectId} days={days} />}
      </section>
      <SaveBar changes={changes} />
    </>
  );
}

/** Days that the object works or rests against its week. */
export function CalendarPart({ card: { id, today } }: { card: ObjectCard }) {
  const query = useQuery({ queryKey: setupKeys.calendar(id), queryFn: () => getCalendar(id) });
  return <QueryView query={query}>{(calendar) => <OwnDays calendar={calendar} today={today} />}</QueryView>;
}
