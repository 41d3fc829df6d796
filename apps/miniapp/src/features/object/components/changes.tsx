import type { ObjectDashboard } from "@stsphera/contracts";
import { dayWithYear, formatPoints, formatSigned, pastDay } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { dayShiftWords } from "../../../kit/shifts/day-shift-words.ts";
import { ShiftFigures } from "../../../kit/shifts/shift-figures.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { NobodyConfirms } from "../../../shared/ui/nobody-confirms.tsx";

/** What has moved: today so far, and the working day before; each leads to its entries. */
export function Changes({ dashboard }: { dashboard: ObjectDashboard }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  const shiftWords = useWords(dayShiftWords);
  const { today, sinceYesterday, toConfirm, object } = dashboard;
  const facts = `/objects/${object.id}/fact`;
  const signed = (value: string) => formatSigned(value, locale);
  const moved = (day: { modules: string; brackets: string; points: string | null }) =>
    [
      words.modules(signed(day.modules), Math.abs(Number(day.modules))),
      words.brackets(signed(day.brackets), Math.abs(Number(day.brackets))),
      ...(day.points === null ? [] : [words.points(formatPoints(day.points, locale))]),
    ].join(" · ");
  return (
    <section className="section">
      <NobodyConfirms dashboard={dashboard} />
      {toConfirm > 0 && (
        <Link to={facts} className="card spread" testId="to-confirm">
          <b>{words.toConfirm(toConfirm)}</b>
          <Mark tone="violet">{words.sections.fact}</Mark>
        </Link>
      )}
      <h2 className="cap">{words.todayTitle}</h2>
      {today.entries === 0 ? (
        <p className="muted" data-testid="today">
          {words.nothingToday}
        </p>
      ) : (
        <Link to={facts} className="card tabular" testId="today">
          {`${words.entries(today.entries)} · ${words.photos(today.photos)} · ${moved(today)}`}
        </Link>
      )}
      {sinceYesterday && (
        <>
          <h2 className="cap">
            {`${pastDay(sinceYesterday.day, object.today, locale, "since")} · ${dayWithYear(sinceYesterday.day, object.today, locale)}`}
          </h2>
          <Link to={`${facts}?day=${sinceYesterday.day}`} className="card tabular" testId="since-yesterday">
            {moved(sinceYesterday)}
          </Link>
          {sinceYesterday.shifts && (
            <ShiftFigures objectId={object.id} day={sinceYesterday.day} shifts={sinceYesterday.shifts} />
          )}
          {(sinceYesterday.planChanges ?? 0) > 0 && (
            <Link to={`/objects/${object.id}/revisions`} className="card tabular" testId="plan-changes">
              {shiftWords.planChanges(sinceYesterday.planChanges ?? 0)}
            </Link>
          )}
        </>
      )}
    </section>
  );
}
