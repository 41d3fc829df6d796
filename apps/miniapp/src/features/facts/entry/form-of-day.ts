import { fromMilli, toMilli } from "@stsphera/contracts/format";
import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { addDays } from "../../../shared/format/times.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The object's day now: a form that was read before midnight, or kept without a network, is a day or more behind. */
export function todayAt({ today, dayEndsAt }: Pick<FactForm, "today" | "dayEndsAt">, now: number): string {
  const over = now - Date.parse(dayEndsAt);
  return over >= 0 ? addDays(today, 1 + Math.floor(over / DAY_MS)) : today;
}

function begunLine(line: FactFormLine, lastDay: string): FactFormLine {
  const { today, yesterday, planToday, remaining, suggestedCrewId } = line;
  const last = today && {
    date: lastDay,
    quantity: today.quantity,
    workers: yesterday?.workers ?? null,
    crewId: suggestedCrewId,
  };
  const plan = planToday === null ? null : fromMilli(Math.min(toMilli(planToday), toMilli(remaining)));
  return { ...line, yesterday: last ?? yesterday, today: null, planToday: plan };
}

/** The form of a new day as far as the last one tells it: what is left, with nothing entered yet. */
function begun(form: FactForm, today: string): FactForm {
  const begin = (lines: readonly FactFormLine[]) =>
    lines.filter(({ remaining }) => toMilli(remaining) > 0).map((line) => begunLine(line, form.date));
  const lines = begin(form.lines);
  const mine = lines.filter(({ whose }) => whose !== "other").length;
  return {
    ...form,
    date: today,
    today,
    dayOff: false,
    closed: false,
    nights: false,
    lines,
    others: begin(form.others),
    counts: {
      all: { entered: 0, total: lines.length },
      mine: form.counts.mine && { entered: 0, total: mine },
    },
  };
}

/**
 * The form of a day by one that was read at some time: the same day, called by its right name, or the day that has begun
 * since. Null when the form says nothing of the day.
 * @param today the object's day now
 */
export function formOfDay(form: FactForm, date: string, today: string): FactForm | null {
  if (date === form.date) return today === form.today ? form : { ...form, today };
  return date === today && form.date === form.today ? begun(form, today) : null;
}
