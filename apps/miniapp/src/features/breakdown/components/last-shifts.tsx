import type { ObjectBreakdown } from "@stsphera/contracts";
import { dayWithYear, formatQuantity, roundHalfUp } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";
import { breakdownWords } from "../breakdown-words.ts";

type Shifts = NonNullable<ObjectBreakdown["forecast"]>["shifts"];
type Props = { objectId: number; today: string; shifts: Shifts };

/** The shifts that the pace is the mean of; each opens the facts of its day. */
export function LastShifts({ objectId, today, shifts }: Props) {
  const locale = useLocale();
  const words = useWords(breakdownWords);
  if (shifts.length === 0) return null;
  const most = Math.max(...shifts.map(({ hours }) => Number(hours)));
  return (
    <section className="section">
      <h2 className="cap">{words.lastShifts}</h2>
      <p className="muted">{words.lastShiftsLine}</p>
      <div className="card">
        {shifts.map(({ day, hours }) => {
          const said = dayWithYear(day, today, locale, "weekday");
          return (
            <Link
              key={day}
              to={`/objects/${objectId}/fact?day=${day}`}
              className="breakdown-shift tabular"
              testId="shift"
            >
              <span>{said}</span>
              <ProgressBar label={said} pct={String((Number(hours) / most) * 100)} />
              <b>{formatQuantity(roundHalfUp(hours, 1), locale)}</b>
            </Link>
          );
        })}
      </div>
    </section>
  );
}
