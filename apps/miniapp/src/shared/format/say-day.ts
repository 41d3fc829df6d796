import { type DayStyle, dayWithYear, periodWithYear } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { serverNow } from "../api/server-clock.ts";
import { dayOf } from "./times.ts";

/** A day as the reader sees it today: with its year if that is another one. */
export const sayDay = (day: string, locale: Locale, style?: DayStyle): string =>
  dayWithYear(day, dayOf(serverNow()), locale, style);

/** Days from one to another, with their years if those differ from each other or from today's. */
export const sayPeriod = (from: string, to: string, locale: Locale): string =>
  periodWithYear(from, to, dayOf(serverNow()), locale);
