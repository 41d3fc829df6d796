import type { Department } from "@stsphera/rbac";
import type { Constraint, Day, Network, Schedule, ScheduleLink, Workdays } from "../index.ts";
import { allDates } from "../index.ts";

/** A row as planned and signed. Its key and number are its own: they survive sorting, versions and imports. */
export type VersionRow = {
  key: string;
  number: number;
  parent: string | null;
  name: string;
  department: Department;
  /** The id of the user who answers for the row. */
  owner: string | null;
  /** A decimal string. */
  quantity: string | null;
  unit: string | null;
  /** The code of the work whose volumes the row plans. */
  work: string | null;
  /** The id of the facade whose volumes of the work the row plans; null for what no other row of the work names. */
  facade: string | null;
  /** Working days; 0 is a milestone. Unused where the row has rows under it. */
  duration: number;
  constraint: Constraint | null;
};

/** The content of a version; rows in their order, links by keys. */
export type VersionContent = {
  start: Day;
  rows: readonly VersionRow[];
  links: readonly ScheduleLink[];
};

export type Span = { start: Day; finish: Day };

/** A version with the dates of its rows by key. */
export type DatedContent = VersionContent & { dates: ReadonlyMap<string, Span> };

/** The plan alone, without facts, in an object's calendar. */
export function networkOfContent({ start, rows, links }: VersionContent, workdays: Workdays): Network {
  return {
    start,
    rows: rows.map(({ key, parent, duration, constraint }) => ({ id: key, parent, duration, constraint })),
    links,
    calendars: { main: workdays },
  };
}

/** The dates of a computed version by key. */
export function datesOf(schedule: Schedule): Map<string, Span> {
  const dates = allDates(schedule);
  return new Map(
    schedule.topology.ids.map((id, index) => {
      const { start = "", finish = "" } = dates[index] ?? {};
      return [id, { start, finish }];
    }),
  );
}

/** Keys of rows that have rows under them. */
export const summaryKeys = (rows: readonly VersionRow[]): Set<string> =>
  new Set(rows.flatMap(({ parent }) => (parent === null ? [] : [parent])));
