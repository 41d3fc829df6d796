import {
  computeSchedule,
  type Network,
  type Schedule,
  type ScheduleLink,
  type ScheduleRow,
} from "../index.ts";
import { productionCalendar } from "./calendars.ts";

/** Computes a network that must be right. */
export function computed(network: Network): Schedule {
  const result = computeSchedule(network);
  if (result.problems) throw new Error(JSON.stringify(result.problems));
  return result.schedule;
}

export const row = (id: string, duration: number, rest: Partial<ScheduleRow> = {}): ScheduleRow => ({
  id,
  duration,
  ...rest,
});

/** «A FS+2 B», «A SS-1e B» for elapsed days. */
export function link(text: string): ScheduleLink {
  const [from = "", how = "", to = ""] = text.split(" ");
  const [, type = "", lag = "0", elapsed = ""] = /^(FS|SS|FF|SF)([+-]\d+)?(e)?$/.exec(how) ?? [];
  if (type === "") throw new Error(`not a link: ${text}`);
  return {
    from,
    to,
    type: type as ScheduleLink["type"],
    lag: Number(lag),
    unit: elapsed ? "elapsed" : "work",
  };
}

export const network = (
  start: string,
  rows: readonly ScheduleRow[],
  links: readonly string[],
  rest: Partial<Network> = {},
): Network => ({
  start,
  rows,
  links: links.map(link),
  calendars: { main: productionCalendar },
  ...rest,
});
