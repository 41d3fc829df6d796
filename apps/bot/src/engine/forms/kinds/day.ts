import { type DayField, isDay, readDay, shiftDay } from "@stsphera/contracts/forms";
import { dayInWords, dayWithYear } from "@stsphera/contracts/format";
import { z } from "zod";
import { rows } from "../../buttons.ts";
import { personsToday } from "../../days.ts";
import { askKey, type Asking, chip, type Kind, type Reply } from "./kind.ts";

type A = Asking<DayField<unknown>>;

const todayOf = async (asking: A): Promise<string> =>
  (await asking.feature.today?.(asking)) ?? personsToday(asking.turn);

const HALF_A_YEAR = 183;

/** The last day of a period; a recently passed day is an error, and is not moved to next year. */
function lastDay(text: string, today: string): string | null {
  const day = readDay(text, today);
  const near = day === null || day <= shiftDay(today, HALF_A_YEAR);
  return near ? day : readDay(text, today, { past: true });
}

function taken({ turn, field }: A, day: string, today: string): Reply {
  return day < today && field.past !== true && field.anyDay !== true
    ? { tell: turn.t("day.past") }
    : { answer: day };
}

/** «+3 · 11 сентября»; a period has captions of its own. */
function chips(asking: A, today: string) {
  const { turn, state, field, card } = asking;
  const listed = field
    .days?.(card)
    .map((day) => chip(asking, dayInWords(day, today, turn.locale), "day", day));
  const names: Readonly<Record<number, string>> = { 0: turn.t("day.today"), 1: turn.t("day.tomorrow") };
  const ahead = field.ahead.map((ahead) => {
    if (field.term === true) {
      return chip(asking, turn.t(askKey(state, field.name, String(ahead))), "in", ahead);
    }
    const day = shiftDay(today, ahead);
    return chip(asking, names[ahead] ?? `+${ahead} · ${dayWithYear(day, today, turn.locale)}`, "day", day);
  });
  return [...(listed ?? []), ...ahead];
}

/** A day, chosen by button or typed. */
export const dayKind: Kind<DayField<unknown>> = {
  stored: z.string().refine(isDay),
  expected: () => "day",
  buttons: async (asking) => rows(chips(asking, await todayOf(asking)), 2),
  async press(asking, action, argument) {
    const { field } = asking;
    if (action === "day" && isDay(argument)) return taken(asking, argument, await todayOf(asking));
    const days = field.term === true ? field.ahead.find((one) => String(one) === argument) : undefined;
    if (action !== "in" || days === undefined) return "stale";
    return { answer: shiftDay(await todayOf(asking), days - 1) };
  },
  async typed(asking, text) {
    const { field } = asking;
    const today = await todayOf(asking);
    const day =
      field.term === true ? lastDay(text, today) : readDay(text, today, { past: field.past === true });
    return day === null ? "expected" : taken(asking, day, today);
  },
};
