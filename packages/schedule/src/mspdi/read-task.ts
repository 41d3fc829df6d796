import type { Constraint } from "../index.ts";
import type { Notice, PlainNotice, ProjectTask } from "./project.ts";
import {
  dayAt,
  ELAPSED_MINUTES_PER_DAY,
  isElapsed,
  isPercent,
  isTrue,
  LINK_TYPES,
  minutesOf,
  numberOf,
} from "./read-values.ts";
import { Refused, textOf, type XmlElement } from "./read-xml.ts";

export type ReadLink = {
  from: number;
  type: (typeof LINK_TYPES)[number];
  lag: number;
  unit: "work" | "elapsed";
  /** Hours of a lag that was no whole number of days. */
  roundedFrom: number | null;
  percent: boolean;
  elsewhere: boolean;
};

export type ReadTask = ProjectTask & {
  row: number;
  links: ReadLink[];
  /** What the schedule does not have; the row is left out. */
  leftOut: "inactive" | "subproject" | null;
  manual: boolean;
  notices: Notice[];
};

/** Whole days, at least as many as the minutes take. Adding 0 turns −0 into 0. */
const daysOf = (minutes: number, perDay: number) => Math.ceil(minutes / perDay - 1e-9) + 0;
const hours = (minutes: number) => Math.round(minutes / 0.6) / 100;

/** Reads a row of a file; null for an empty line. `minutesPerDay` is the project's. */
export function readTask(element: XmlElement, minutesPerDay: number, line: number): ReadTask | null {
  if (isTrue(element, "IsNull")) return null;
  const uid = numberOf(element, "UID");
  const level = numberOf(element, "OutlineLevel") ?? 1;
  if (uid === null || uid < 0 || level < 0 || level > 100) throw new Refused("bad_row", line);
  const row = numberOf(element, "ID") ?? uid;
  const name = textOf(element, "Name") ?? "";
  const about = { row, name };
  const notices: Notice[] = [];
  const note = (kind: PlainNotice) => notices.push({ kind, ...about });
  const format = numberOf(element, "DurationFormat");
  const elapsed = isElapsed(format);
  const perDay = elapsed ? ELAPSED_MINUTES_PER_DAY : minutesPerDay;
  const minutes = minutesOf(element, "Duration") ?? 0;
  const duration = daysOf(minutes, perDay);
  if (elapsed) note("duration_elapsed");
  else if (Math.abs(duration * perDay - minutes) > 0.5) {
    notices.push({ kind: "duration_rounded", hours: hours(minutes), days: duration, ...about });
  }
  if (isTrue(element, "Milestone") && duration > 0) note("milestone_with_duration");
  const actualStart = dayAt(element, "ActualStart");
  const actualFinish = actualStart === null ? null : dayAt(element, "ActualFinish");
  const left = minutesOf(element, "RemainingDuration");
  const started = actualStart !== null && actualFinish === null;
  const calendar = numberOf(element, "CalendarUID");
  const percent = numberOf(element, "PercentComplete") ?? 0;
  return {
    uid,
    row,
    name,
    level,
    duration,
    calendar: calendar !== null && calendar > 0 ? calendar : null,
    constraint: readConstraint(element, note),
    start: dayAt(element, "Start"),
    finish: dayAt(element, "Finish"),
    actualStart,
    actualFinish,
    remaining: started && left !== null ? daysOf(left, perDay) : null,
    percentComplete: Math.min(Math.max(percent, 0), 100),
    baseline: readBaseline(element, minutesPerDay, note),
    links: element.children
      .filter((one) => one.name === "PredecessorLink")
      .map((one) => readLink(one, minutesPerDay)),
    leftOut:
      textOf(element, "Active") === "0"
        ? "inactive"
        : isTrue(element, "IsSubproject") || isTrue(element, "ExternalTask")
          ? "subproject"
          : null,
    manual: isTrue(element, "Manual"),
    notices,
  };
}

/** Constraints by their number in a file; 0 is none, 1 as late as possible. */
export const CONSTRAINTS: readonly (Omit<Constraint, "day"> | null)[] = [
  null,
  null,
  { kind: "on", edge: "start" },
  { kind: "on", edge: "finish" },
  { kind: "not_earlier", edge: "start" },
  { kind: "not_later", edge: "start" },
  { kind: "not_earlier", edge: "finish" },
  { kind: "not_later", edge: "finish" },
];

/** A deadline is «not later» than its day: it moves nothing either. */
function readConstraint(element: XmlElement, note: (kind: PlainNotice) => void): Constraint | null {
  const type = numberOf(element, "ConstraintType") ?? 0;
  if (type === 1) note("as_late_as_possible");
  const how = CONSTRAINTS[type] ?? null;
  const day = dayAt(element, "ConstraintDate");
  const deadline = dayAt(element, "Deadline");
  if (how !== null && day !== null) {
    if (deadline !== null) note("deadline_beside_constraint");
    return { ...how, day };
  }
  return deadline === null ? null : { kind: "not_later", edge: "finish", day: deadline };
}

function readBaseline(
  element: XmlElement,
  minutesPerDay: number,
  note: (kind: PlainNotice) => void,
): ProjectTask["baseline"] {
  const first = element.children.find((one) => one.name === "Baseline" && numberOf(one, "Number") === 0);
  if (first === undefined) return null;
  const [start, finish] = [dayAt(first, "Start"), dayAt(first, "Finish")];
  if (start === null && finish === null) return null;
  if (start === null || finish === null || finish < start) {
    note("baseline_broken");
    return null;
  }
  const perDay = isElapsed(numberOf(first, "DurationFormat")) ? ELAPSED_MINUTES_PER_DAY : minutesPerDay;
  return { start, finish, duration: daysOf(minutesOf(first, "Duration") ?? 0, perDay) };
}

function readLink(element: XmlElement, minutesPerDay: number): ReadLink {
  const format = numberOf(element, "LagFormat");
  const unit = isElapsed(format) ? "elapsed" : "work";
  const percent = isPercent(format);
  // Lags are in tenths of a minute.
  const minutes = percent ? 0 : (numberOf(element, "LinkLag") ?? 0) / 10;
  const perDay = unit === "elapsed" ? ELAPSED_MINUTES_PER_DAY : minutesPerDay;
  const lag = daysOf(minutes, perDay);
  return {
    from: numberOf(element, "PredecessorUID") ?? -1,
    type: LINK_TYPES[numberOf(element, "Type") ?? 1] ?? "FS",
    lag,
    unit,
    roundedFrom: Math.abs(lag * perDay - minutes) > 0.5 ? hours(minutes) : null,
    percent,
    elsewhere: isTrue(element, "CrossProject"),
  };
}
