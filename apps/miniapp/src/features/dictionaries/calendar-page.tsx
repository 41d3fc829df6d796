import type { CalendarPreview, CalendarYearAnswer } from "@stsphera/contracts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiError } from "../../shared/api/api-error.ts";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { newKey } from "../../shared/api/request.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { useSession } from "../../shared/api/session.ts";
import { dayOf } from "../../shared/format/times.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { calendarKeys, getCalendar, previewCalendar, saveCalendar } from "./calendars-requests.ts";
import { CalendarPreviewSheet } from "./components/calendar-preview.tsx";
import { Month } from "./components/month.tsx";
import { dictionariesWords } from "./dictionaries-words.ts";
import { countChanged, turned, type YearDays } from "./year-days.ts";
import "./calendar-page.css";

/** Asks what the changed days would move, and saves them once the person has seen it. */
function useSaving(calendar: CalendarYearAnswer, days: YearDays, onSaved: () => void) {
  const words = useWords(dictionariesWords).calendars;
  const client = useQueryClient();
  const key = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [preview, setPreview] = useState<CalendarPreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async (work: () => Promise<void>, tell: (sentence: string) => void) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (error instanceof ApiError) key.current = newKey();
      tell(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  const look = async () => {
    setRefusal(null);
    setPreview(await previewCalendar(calendar.year, days));
  };
  const save = async () => {
    await saveCalendar(calendar.year, calendar.version, days, key.current);
    showToast(words.saved(preview?.rescheduled ?? 0));
    setPreview(null);
    await client.invalidateQueries();
    onSaved();
  };
  return {
    busy,
    preview,
    refusal,
    look: () => void run(look, showToast),
    save: () => void run(save, setRefusal),
    close: () => setPreview(null),
  };
}

function Year({ calendar }: { calendar: CalendarYearAnswer }) {
  const words = useWords(dictionariesWords).calendars;
  const session = useSession();
  const manages = session.kind === "active" && session.user.role === "admin";
  const [changed, setChanged] = useState<YearDays | null>(null);
  const days = changed ?? calendar;
  const count = countChanged(calendar, days);
  const saving = useSaving(calendar, days, () => setChanged(null));
  const [year, month] = dayOf(serverNow()).split("-").map(Number);
  const isOpen = (at: number) => (year === calendar.year ? at + 1 === month : at === 0);
  return (
    <>
      <section className="section">
        <Mark tone={calendar.provisional ? "amber" : "green"}>
          {calendar.provisional ? words.provisional : words.published}
        </Mark>
        <p className="muted tabular">{words.workdays(calendar.workdays)}</p>
        {manages && <p className="muted">{words.hint}</p>}
        {calendar.months.map((workdays, at) => (
          <Month
            key={at}
            year={calendar.year}
            month={at}
            workdays={workdays}
            open={isOpen(at)}
            days={days}
            onTurn={manages ? (day) => setChanged(turned(days, day)) : null}
          />
        ))}
        {count > 0 && (
          <Chips>
            <Chip onPress={() => setChanged(null)} testId="drop-days">
              {words.drop}
            </Chip>
          </Chips>
        )}
      </section>
      {manages && saving.preview === null && (count > 0 || calendar.provisional) && (
        <ActionBar
          ofPage
          text={count > 0 ? `${words.preview} · ${words.changed(count)}` : words.publish}
          enabled={!saving.busy}
          busy={saving.busy}
          onPress={saving.look}
          testId="preview-calendar"
        />
      )}
      {saving.preview !== null && (
        <CalendarPreviewSheet
          preview={saving.preview}
          publishes={calendar.version === null}
          busy={saving.busy}
          refusal={saving.refusal}
          onSave={saving.save}
          onClose={saving.close}
        />
      )}
    </>
  );
}

/** One year of the production calendar: its days, and what a change of them moves. */
export default function CalendarPage({ year }: { year: number }) {
  const words = useWords(dictionariesWords).calendars;
  const query = useQuery({ queryKey: calendarKeys.year(year), queryFn: () => getCalendar(year) });
  return (
    <>
      <PageHeader title={`${words.title} ${year}`} />
      <QueryView query={query}>{(calendar) => <Year calendar={calendar} />}</QueryView>
    </>
  );
}
