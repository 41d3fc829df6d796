import type { Constraint, Day, LinkType } from "../index.ts";

export type ProjectCalendar = {
  uid: number;
  name: string;
  /** ISO weekdays that are worked. */
  weekdays: number[];
  /** Days that differ from the week, in order. */
  exceptions: { day: Day; worked: boolean }[];
};

/** A row of a Microsoft Project file, in whole days. A summary has neither a duration nor progress of its own. */
export type ProjectTask = {
  uid: number;
  name: string;
  /** Depth in the outline, from 1. */
  level: number;
  duration: number;
  /** The uid of a calendar of its own. */
  calendar: number | null;
  constraint: Constraint | null;
  /** As Project computed them. */
  start: Day | null;
  finish: Day | null;
  actualStart: Day | null;
  actualFinish: Day | null;
  remaining: number | null;
  percentComplete: number;
  baseline: { start: Day; finish: Day; duration: number } | null;
};

export type ProjectLink = { from: number; to: number; type: LinkType; lag: number; unit: "work" | "elapsed" };

export type Project = {
  name: string;
  start: Day;
  /** The first day of remaining work; the status date is the day before. */
  dataDate: Day | null;
  mainCalendar: number;
  calendars: ProjectCalendar[];
  /** In the order of the outline. */
  tasks: ProjectTask[];
  links: ProjectLink[];
};

/** What is said of a row in one word. */
export type PlainNotice =
  | "as_late_as_possible"
  | "baseline_broken"
  | "calendar_missing"
  | "constraint_of_summary"
  | "deadline_beside_constraint"
  | "duration_elapsed"
  | "inactive"
  | "manual"
  | "milestone_with_duration"
  | "subproject";

/** What a file has and a schedule does not; `row` is the number Project shows, and the words are the caller's. */
export type Notice = { row: number | null; name: string | null } & (
  | { kind: PlainNotice }
  /** Rounded up to whole days. */
  | { kind: "duration_rounded"; hours: number; days: number }
  | { kind: "link_lag_rounded"; from: string; hours: number; days: number }
  | { kind: "link_lag_percent" | "link_dropped" | "link_finish_of_summary"; from: string }
  | { kind: "week_of_calendar" | "repeated_exception" | "exception_out_of_range"; calendar: string }
  | { kind: "resources"; count: number }
);

/** Why a file is not read at all. */
export type Refusal = {
  kind:
    | "too_large"
    | "too_deep"
    | "too_many_rows"
    | "encoding"
    | "doctype"
    | "malformed"
    | "no_project"
    | "no_start"
    | "no_calendar"
    | "bad_row";
  line: number | null;
};
