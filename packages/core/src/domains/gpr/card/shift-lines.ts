import type { GprCard } from "@stsphera/contracts";
import { dayWithYear, fullDay, periodWithYear } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { type HtmlValue, line } from "@stsphera/telegram";
import { type GprNews, type GprView, gprWords } from "./gpr-view.ts";

type Shift = NonNullable<GprCard["shift"]>;
type Shifted = Extract<GprNews, { kind: "shifted" }>;

/** How many rows a message names. */
const NAMED_ROWS = 4;

/** «22 октября 2026, на 5 раб. дней позже» */
export function finishText(
  { finish, days }: { finish: string | null; days: number },
  locale: Locale,
): string {
  const t = gprWords(locale);
  if (days === 0 || finish === null) return t("finish_same");
  const said = { day: fullDay(finish, locale), count: Math.abs(days) };
  return days > 0 ? t("finish_later", said) : t("finish_earlier", said);
}

/** A shift that waits for the reader: why, which of their rows, the new finish. */
export function askedLines({ reason, rows, moved, finish }: Shift, view: GprView): HtmlValue[] {
  const t = gprWords(view.locale);
  const named = rows.slice(0, NAMED_ROWS).map(({ number, name, before, after }) => {
    const days = periodWithYear(after.start, after.finish, view.today, view.locale);
    return `${number} ${name}: ${t("moved_from", { day: dayWithYear(before.start, view.today, view.locale) })} → ${days}`;
  });
  const more = moved - named.length;
  return [
    line(t("reason"), reason),
    ...named.map((text) => line(t("your_row"), text)),
    line(t("your_row"), more > 0 ? t("more_rows", { count: more }) : null),
    line(t("finish"), finishText({ finish: finish.after, days: finish.workdays }, view.locale)),
  ];
}

/** The same for a reader whose rows stay where they were. */
export function shiftedLines({ reason, moved, finish, days }: Shifted, { locale }: GprView): HtmlValue[] {
  const t = gprWords(locale);
  return [
    line(t("reason"), reason),
    line(t("moved_rows"), String(moved)),
    line(t("finish"), finishText({ finish, days }, locale)),
  ];
}
