import type { Day, Network, Workdays } from "../index.ts";
import type { Template } from "./template.ts";

/** A template as a network that begins on a day, in an object's calendar: dates at once. */
export function networkOfTemplate({ rows, links }: Template, start: Day, workdays: Workdays): Network {
  return {
    start,
    rows: rows.map(({ key, parent, duration }) => ({ id: key, parent, duration })),
    links,
    calendars: { main: workdays },
  };
}
