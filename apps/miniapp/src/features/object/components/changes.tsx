import type { ObjectDashboard } from "@stsphera/contracts";
import { dayWithYear, formatSigned } from "@stsphera/contracts/format";
import { formatPoints } from "../../../shared/format/points.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { goTo } from "../../../shared/navigation.ts";
import { Mark } from "../../../shared/ui/mark.tsx";

/** What has moved: today so far, and the working day before. */
export function Changes({ dashboard }: { dashboard: ObjectDashboard }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  const { today, sinceYesterday, toConfirm, object } = dashboard;
  const signed = (value: string) => formatSigned(value, locale);
  const moved = (day: { modules: string; brackets: string; points: string | null }) =>
    [
      words.modules(signed(day.modules)),
      words.brackets(signed(day.brackets)),
      ...(day.points === null ? [] : [words.points(formatPoints(day.points, locale))]),
    ].join(" · ");
  return (
    <section className="section">
      {toConfirm > 0 && (
        <button
          type="button"
          className="card spread"
          onClick={() => goTo(`/objects/${object.id}/fact`)}
          data-testid="to-confirm"
        >
          <b>{words.toConfirm(toConfirm)}</b>
          <Mark tone="violet">{words.sections.fact}</Mark>
        </button>
      )}
      <h2 className="cap">{words.todayTitle}</h2>
      <p className="muted tabular" data-testid="today">
        {today.entries === 0
          ? words.nothingToday
          : `${words.entries(today.entries)} · ${words.photos(today.photos)} · ${moved(today)}`}
      </p>
      {sinceYesterday && (
        <>
          <h2 className="cap">
            {words.yesterday} · {dayWithYear(sinceYesterday.day, object.today, locale)}
          </h2>
          <p className="muted tabular">{moved(sinceYesterday)}</p>
        </>
      )}
    </section>
  );
}
