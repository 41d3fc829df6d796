import type { DayShifts } from "@stsphera/contracts";
import { formatQuantity, fromMilli, toMilli, withUnit } from "@stsphera/contracts/format";
import { PARTY_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { Link } from "../../shared/ui/link.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { dayShiftWords } from "./day-shift-words.ts";

type Props = { objectId: number; day: string; shifts: DayShifts };

/** What a day's shift left behind: what of it is closed, lines without a fact, idle time and who answers for it. */
export function ShiftFigures({ objectId, day, shifts }: Props) {
  const words = useWords(dayShiftWords);
  const locale = useLocale();
  const { total, closed, byItself, silent, idle } = shifts;
  const isOpen = total > 0 && closed < total;
  if (total === 0 && idle.length === 0) return null;
  const state = closed === 0 ? words.none : isOpen ? words.some(closed, total) : words.all;
  const whole = fromMilli(idle.reduce((sum, { hours }) => sum + toMilli(hours), 0));
  const parties = idle.map(
    ({ party, hours }) =>
      `${PARTY_CAPTIONS[locale][party].toLocaleLowerCase(locale)} ${formatQuantity(hours, locale)}`,
  );
  const notes = [
    ...(byItself > 0 ? [words.byItself(byItself, total)] : []),
    ...(silent > 0 ? [isOpen ? words.inClosed(words.silent(silent)) : words.silent(silent)] : []),
  ];
  const facts = total === 0 || isOpen ? notes : [state, ...notes];
  const said = facts.join(" · ").replace(/^./u, (first) => first.toLocaleUpperCase(locale));
  return (
    <Link to={`/objects/${objectId}/shift?day=${day}`} className="card stack tabular" testId="day-shifts">
      {isOpen && <Mark tone="amber">{state}</Mark>}
      {said !== "" && <span>{said}</span>}
      <span className={idle.length === 0 ? "muted" : ""}>
        {idle.length === 0
          ? words.noIdle
          : `${words.idle(withUnit(whole, "чел.-ч", locale))}: ${parties.join(", ")}`}
      </span>
    </Link>
  );
}
