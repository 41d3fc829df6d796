import type { Locale } from "../vocabulary.ts";

export type DayStyle = "short" | "weekday";

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const MONTHS = {
  ru: [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

const SHORT_WEEKDAYS = {
  ru: ["вс", "пн", "вт", "ср", "чт", "пт", "сб"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;

const ON_WEEKDAY = {
  ru: ["в воскресенье", "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу"],
  en: ["on Sunday", "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday"],
} as const;

/** «с пятницы» and «за пятницу», by weekday. */
const PAST = {
  since: {
    ru: [
      "с воскресенья",
      "с понедельника",
      "со вторника",
      "со среды",
      "с четверга",
      "с пятницы",
      "с субботы",
    ],
    en: [
      "since Sunday",
      "since Monday",
      "since Tuesday",
      "since Wednesday",
      "since Thursday",
      "since Friday",
      "since Saturday",
    ],
  },
  of: {
    ru: [
      "за воскресенье",
      "за понедельник",
      "за вторник",
      "за среду",
      "за четверг",
      "за пятницу",
      "за субботу",
    ],
    en: ["on Sunday", "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday"],
  },
} as const;
const FROM = {
  since: { ru: ["со вчерашнего дня", "с"], en: ["since yesterday", "since"] },
  of: { ru: ["за вчера", "за"], en: ["yesterday", "on"] },
} as const;

const WORDS = {
  ru: { yesterday: "вчера", today: "сегодня", tomorrow: "завтра", by: "до" },
  en: { yesterday: "yesterday", today: "today", tomorrow: "tomorrow", by: "by" },
} as const;

function midnight(day: string): Date {
  const date = new Date(`${day}T00:00:00Z`);
  if (!DAY.test(day) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`Not a calendar day: "${day}"`);
  }
  return date;
}

/**
 * Formats a calendar day (`YYYY-MM-DD`, already local to its object), with its year if that differs from `today`'s:
 * short «17 октября», «1 марта 2027»; weekday «чт, 10 сентября». A day is never written without `today`, as no reader
 * sees a missing year. Throws RangeError for an invalid day.
 */
export function dayWithYear(day: string, today: string, locale: Locale, style: DayStyle = "short"): string {
  const date = midnight(day);
  const year = day.slice(0, 4) === today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
  const text = `${date.getUTCDate()} ${MONTHS[locale][date.getUTCMonth()]}${year}`;
  return style === "short" ? text : `${SHORT_WEEKDAYS[locale][date.getUTCDay()]}, ${text}`;
}

/** Days from one to another; when they are of different years, both with their year. Throws RangeError for an invalid day. */
export function periodWithYear(from: string, to: string, today: string, locale: Locale): string {
  if (from === to) return dayWithYear(from, today, locale);
  const isOfTwoYears = from.slice(0, 4) !== to.slice(0, 4);
  const say = (day: string) => (isOfTwoYears ? fullDay(day, locale) : dayWithYear(day, today, locale));
  return `${say(from)} – ${say(to)}`;
}

/** A calendar day with its year, for papers: «17 октября 2026». Throws RangeError for an invalid day. */
export function fullDay(day: string, locale: Locale): string {
  const date = midnight(day);
  return `${date.getUTCDate()} ${MONTHS[locale][date.getUTCMonth()]} ${day.slice(0, 4)}`;
}

/** «10.09.2026» or «10/09/2026». Throws RangeError for an invalid day. */
export function numericDay(day: string, locale: Locale): string {
  midnight(day);
  return day
    .split("-")
    .toReversed()
    .join(locale === "ru" ? "." : "/");
}

/**
 * A deadline in words: «сегодня», «завтра», «в пятницу, 18 сентября» (within six days), «до 24 сентября»; a past day
 * is «просрочено 3 раб. дн.» if the caller gives the working days, else «вчера» or the day itself. A day of another
 * year includes the year.
 */
export function dayInWords(day: string, today: string, locale: Locale, workdaysLate?: number): string {
  const date = midnight(day);
  const ahead = Math.round((date.getTime() - midnight(today).getTime()) / DAY_MS);
  const words = WORDS[locale];
  if (ahead === 0) return words.today;
  if (ahead === 1) return words.tomorrow;
  if (ahead < 0 && workdaysLate !== undefined && workdaysLate > 0) return late(workdaysLate, locale);
  if (ahead === -1) return words.yesterday;
  const text = dayWithYear(day, today, locale);
  if (ahead < 0) return text;
  return ahead <= 6 ? `${ON_WEEKDAY[locale][date.getUTCDay()]}, ${text}` : `${words.by} ${text}`;
}

/**
 * A day before today, such as the last working day, in words: «со вчерашнего дня», «с пятницы» (within six days), «с 30
 * декабря 2026»; as `of` «за вчера», «за пятницу», «за 30 декабря 2026».
 */
export function pastDay(day: string, today: string, locale: Locale, as: "since" | "of"): string {
  const date = midnight(day);
  const ago = Math.round((midnight(today).getTime() - date.getTime()) / DAY_MS);
  const [yesterday, from] = FROM[as][locale];
  if (ago === 1) return yesterday;
  const weekday = ago > 1 && ago <= 6 ? PAST[as][locale][date.getUTCDay()] : undefined;
  return weekday ?? `${from} ${dayWithYear(day, today, locale)}`;
}

function late(workdays: number, locale: Locale): string {
  if (locale === "ru") return `просрочено ${workdays}\u00a0раб.\u00a0дн.`;
  return `${workdays}\u00a0working ${workdays === 1 ? "day" : "days"} overdue`;
}
