import type { FactFormLine } from "@stsphera/contracts";
import { readerCount } from "@stsphera/contracts/facts/reader-count";
import { dayWithYear, formatQuantity, shortWorkName } from "@stsphera/contracts/format";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { dashboardWords } from "../../../shared/i18n/dashboard-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { goTo } from "../../../shared/navigation.ts";
import { getFactForm } from "../../../shared/requests/get-fact-form.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { ErrorBlock } from "../../../shared/ui/error-block.tsx";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import "./shift-block.css";

const MAX_LINES = 6;

function Line({ line, to }: { line: FactFormLine; to: string }) {
  const locale = useLocale();
  const words = useWords(dashboardWords);
  const plan = line.planToday === null ? "–" : formatQuantity(line.planToday, locale);
  return (
    <Link to={to} className="spread tabular shift-block-line">
      <span>
        {shortWorkName(line.workType.name)} · {line.facade} {line.floor}
      </span>
      {line.today === null ? (
        <span className="muted">
          {plan} · {words.left(formatQuantity(line.remaining, locale))}
        </span>
      ) : (
        <Mark tone="green">{formatQuantity(line.today.quantity, locale)}</Mark>
      )}
    </Link>
  );
}

/** For those who enter facts: what of today's plan stands already, and the way to the form. */
export function ShiftBlock({ objectId }: { objectId: number }) {
  const locale = useLocale();
  const words = useWords(dashboardWords);
  const facts = `/objects/${objectId}/fact`;
  const form = useQuery({
    queryKey: queryKeys.factForm(objectId, null),
    queryFn: () => getFactForm(objectId, null),
  });
  if (form.error && !form.data) {
    return <ErrorBlock error={form.error} title={words.shiftFailed} onRetry={() => void form.refetch()} />;
  }
  const count = form.data && readerCount(form.data);
  const isMine = count !== undefined && count === form.data?.counts.mine;
  const lines = form.data?.lines.filter((line) => !isMine || line.whose !== "other") ?? [];
  return (
    <section className="section shift-block">
      <div className="spread">
        <h2 className="cap">
          {words.shift}
          {form.data && ` · ${dayWithYear(form.data.date, form.data.today, locale, "weekday")}`}
        </h2>
        {count && count.total > 0 && (
          <span className="dim tabular">{words.entered(count.entered, count.total)}</span>
        )}
      </div>
      <Action onPress={() => goTo(facts)} testId="enter-facts">
        {words.enter}
      </Action>
      {form.data && lines.length === 0 && <p className="muted">{words.noPlan}</p>}
      {form.data === undefined && (
        <div className="shift-block-place" role="status" aria-label={words.shift} />
      )}
      {lines.length > 0 && (
        <ul>
          {lines.slice(0, MAX_LINES).map((line) => (
            <li key={line.floorVolumeId}>
              <Line line={line} to={facts} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
