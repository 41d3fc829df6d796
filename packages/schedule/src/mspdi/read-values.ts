import { type Day, dayNumber, dayOf, isDay, type LinkType } from "../index.ts";
import { textOf, type XmlElement } from "./read-xml.ts";

/** A whole number of a child, or null. */
export function numberOf(element: XmlElement, name: string): number | null {
  const text = textOf(element, name);
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

export const isTrue = (element: XmlElement, name: string): boolean =>
  ["1", "true"].includes(textOf(element, name) ?? "");

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}:\d{2}$/;

/** The day of a moment such as `2026-05-06T08:00:00`; null where there is none. */
export function dayAt(element: XmlElement, name: string): Day | null {
  const day = MOMENT.exec(textOf(element, name) ?? "")?.[1];
  return day !== undefined && isDay(day) ? day : null;
}

/** The first day after a moment that is still whole: the day itself for a morning, the next one for an evening. */
export function dayAfter(element: XmlElement, name: string): Day | null {
  const day = dayAt(element, name);
  const hour = Number(MOMENT.exec(textOf(element, name) ?? "")?.[2]);
  return day === null || hour < 12 ? day : dayOf(dayNumber(day) + 1);
}

/** Minutes of a duration such as `PT8H30M0S`; null where there is none. */
export function minutesOf(element: XmlElement, name: string): number | null {
  const parts = /^PT(\d{1,9})H(\d{1,9})M(\d{1,9})(?:\.\d+)?S$/.exec(textOf(element, name) ?? "");
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]) + Number(parts[3]) / 60;
}

/** Formats of lags and durations: 3 to 12 are units, each second one elapsed; 35 to 44 are the same, estimated. */
export const isElapsed = (format: number | null): boolean =>
  format !== null && [4, 6, 8, 10, 12, 36, 38, 40, 42, 44].includes(format);

export const isPercent = (format: number | null): boolean =>
  format !== null && [19, 20, 51, 52].includes(format);

export const ELAPSED_MINUTES_PER_DAY = 1440;

/** Types of links by their number in a file. */
export const LINK_TYPES: readonly LinkType[] = ["FF", "FS", "SF", "SS"];
