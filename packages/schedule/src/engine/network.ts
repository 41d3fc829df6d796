import type { Day } from "./days.ts";
import type { Workdays } from "./workdays.ts";

export type LinkType = "FS" | "SS" | "FF" | "SF";

/** «Not earlier», «not later» or «on» a day, of a row's first day (start) or its last (finish). */
export type Constraint = { kind: "not_earlier" | "not_later" | "on"; edge: "start" | "finish"; day: Day };

/**
 * A row of a schedule. A row with children is a summary: it spans them, its own duration is unused, and of constraints
 * it may only have a start not earlier and a finish not later. A duration of 0 is a milestone.
 */
export type ScheduleRow = {
  id: string;
  parent?: string | null;
  /** Working days of the row's calendar. */
  duration: number;
  /** A key of `calendars`; that of the schedule by default. */
  calendar?: string | null;
  constraint?: Constraint | null;
  /** A shift of the forecast: nothing of the row that has not begun begins before this day, whatever its constraint. */
  heldUntil?: Day | null;
  actualStart?: Day | null;
  actualFinish?: Day | null;
  /** Working days left of a started row, from the data date on. By default what its duration leaves, at least one. */
  remaining?: number | null;
};

/** The lag counts working days of the successor's calendar, or elapsed (calendar) days; it may be negative. */
export type ScheduleLink = {
  from: string;
  to: string;
  type: LinkType;
  lag: number;
  unit: "work" | "elapsed";
};

export type Network = {
  /** Nothing that is not a fact begins before this day. */
  start: Day;
  /** Remaining work begins on this day at the earliest; facts may not lie after it. */
  dataDate?: Day | null;
  rows: readonly ScheduleRow[];
  links: readonly ScheduleLink[];
  /** Calendars by key; the one called `main` is that of the schedule. */
  calendars: Readonly<Record<string, Workdays>> & { main: Workdays };
};

/** Why a network cannot be computed, by row or link; the words are the caller's. */
export type Problem =
  | {
      kind:
        | "duplicate_row"
        | "unknown_parent"
        | "parent_cycle"
        | "bad_duration"
        | "bad_remaining"
        | "unknown_calendar"
        | "bad_day"
        | "finish_before_start"
        | "finish_without_start"
        | "fact_after_data_date"
        | "summary_fact"
        | "summary_constraint";
      row: string;
    }
  | {
      kind: "unknown_row" | "link_to_itself" | "bad_lag" | "duplicate_link" | "summary_finish_link";
      link: ScheduleLink;
    }
  /** The rows of the cycle in the order of their links; the last leads to the first. */
  | { kind: "cycle"; rows: string[] }
  | { kind: "bad_start" | "bad_data_date" }
  /** Dates run out of the century, or a calendar has no working days. */
  | { kind: "out_of_range" };
