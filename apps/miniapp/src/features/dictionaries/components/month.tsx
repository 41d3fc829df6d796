import { useWords } from "../../../shared/i18n/locale.ts";
import { dictionariesWords } from "../dictionaries-words.ts";
import { kindOf, weeksOf, type YearDays } from "../year-days.ts";

type Props = {
  year: number;
  month: number;
  workdays: number;
  open: boolean;
  days: YearDays;
  onTurn: ((day: string) => void) | null;
};

const SIGNS = { work: "", off: "×", short: "½" } as const;

/** A month by weeks; a day off has its sign and its word beside the colour. */
export function Month({ year, month, workdays, open, days, onTurn }: Props) {
  const words = useWords(dictionariesWords).calendars;
  return (
    <details className="card calendar-month" open={open}>
      <summary>
        <b>{words.months[month]}</b>
        <span className="muted tabular">{words.workdays(workdays)}</span>
      </summary>
      <table className="calendar-weeks">
        <thead>
          <tr>
            {words.weekdays.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week, at) => (
            <tr key={at}>
              {week.map((day, weekday) => {
                if (day === null) return <td key={weekday} />;
                const kind = kindOf(days, day);
                return (
                  <td key={day}>
                    <button
                      type="button"
                      className={`calendar-day calendar-day-${kind}`}
                      disabled={onTurn === null}
                      aria-label={`${Number(day.slice(8))}, ${words.kinds[kind]}`}
                      onClick={() => onTurn?.(day)}
                      data-testid={`day-${day}`}
                      data-kind={kind}
                    >
                      {Number(day.slice(8))}
                      {SIGNS[kind]}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
