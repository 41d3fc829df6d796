import type { BreakdownFacade, BreakdownWork } from "@stsphera/contracts";
import { dayWithYear, formatQuantity, roundHalfUp, withUnit } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { DaysMark } from "../../../shared/ui/days-mark.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { breakdownWords } from "../breakdown-words.ts";
import { PartRow } from "./part-row.tsx";

type Props = {
  part: BreakdownWork | BreakdownFacade;
  today: string;
  /** How many shifts the pace is the mean of. */
  shifts: number;
  to: string;
  testId: string;
};

/** A part against its own finish: the pace it needs, the pace it has, and the day that gives. */
export function PaceRow({ part, today, shifts, to, testId }: Props) {
  const locale = useLocale();
  const words = useWords(breakdownWords);
  const { pace, finish } = part;
  if (pace === undefined) return null;
  const figure = (value: string) => formatQuantity(roundHalfUp(value, 1), locale);
  const say = (day: string) => dayWithYear(day, today, locale);
  const past = finish !== null && finish < today;
  const ofWork = "unit" in part;
  const isFar = pace.shortHours !== "0" && pace.reached !== null && pace.reached !== "0";
  const rates =
    pace.reached === null
      ? null
      : pace.needed === null
        ? (ofWork ? words.reached : words.hoursReached)(figure(pace.reached))
        : (ofWork ? words.pace : words.hoursPace)(figure(pace.needed), figure(pace.reached));
  const dates = [
    ...(finish === null ? [] : [(past ? words.ownFinishPast : words.ownFinish)(say(finish))]),
    ...(pace.date === null ? (isFar ? [words.overYear] : []) : [words.atThisPace(say(pace.date))]),
  ].join(", ");
  const left = ofWork ? words.left(withUnit(part.remaining, part.unit, locale)) : null;
  const worked = pace.worked < shifts ? words.worked(pace.worked, shifts) : null;
  const more = [left, worked].filter((text) => text !== null).join(" · ");
  const stands = pace.worked === 0 && pace.shortHours !== "0";
  return (
    <PartRow
      part={part}
      to={to}
      aside={
        stands ? (
          <Mark tone="red">{words.stands}</Mark>
        ) : (
          pace.lateDays !== null && (
            <DaysMark days={pace.lateDays} health={part.health === "green" ? "amber" : part.health} />
          )
        )
      }
      lines={[rates, dates === "" ? null : dates, more === "" ? null : more]}
      testId={testId}
    />
  );
}
