import { type Day, dayNumber, dayOf } from "../index.ts";
import { writeCalendar } from "./write-calendar.ts";
import type { Project, ProjectLink, ProjectTask } from "./project.ts";
import { CONSTRAINTS } from "./read-task.ts";
import { ELAPSED_MINUTES_PER_DAY, LINK_TYPES } from "./read-values.ts";
import { element, writeXml, type Xml } from "./write-xml.ts";

const NAMESPACE = "http://schemas.microsoft.com/project";
const MINUTES_PER_DAY = 480;
/** Days, as durations and lags are shown; 8 is elapsed days. */
const DAYS = 7;
const ELAPSED_DAYS = 8;

const morning = (day: Day | null) => (day === null ? null : `${day}T08:00:00`);
const evening = (day: Day | null) => (day === null ? null : `${day}T17:00:00`);
const duration = (days: number | null) => (days === null ? null : `PT${days * 8}H0M0S`);

/**
 * Writes a project as a file of Microsoft Project (MSPDI), elements in the order of its schema. What `importProject`
 * reads of it is the project again, whatever the hours of its days: they are written as eight.
 */
export function exportProject(project: Project): string {
  const { name, start, dataDate, mainCalendar, calendars, tasks, links } = project;
  const incoming = new Map<number, ProjectLink[]>();
  for (const link of links) incoming.set(link.to, [...(incoming.get(link.to) ?? []), link]);
  const numbers: number[] = [];
  const rows = tasks.map((task, index) => {
    numbers.length = Math.min(numbers.length, task.level);
    while (numbers.length < task.level) numbers.push(0);
    numbers[task.level - 1] = (numbers[task.level - 1] ?? 0) + 1;
    const summary = (tasks[index + 1]?.level ?? 0) > task.level;
    const place = { id: index + 1, number: numbers.join("."), summary };
    return writeTask(task, place, incoming.get(task.uid) ?? []);
  });
  const root = element("Project", [
    element("SaveVersion", 14),
    element("Name", `${name}.xml`),
    element("Title", name === "" ? null : name),
    element("ScheduleFromStart", true),
    element("StartDate", morning(start)),
    element("CalendarUID", mainCalendar),
    element("DefaultStartTime", "08:00:00"),
    element("DefaultFinishTime", "17:00:00"),
    element("MinutesPerDay", MINUTES_PER_DAY),
    element("MinutesPerWeek", MINUTES_PER_DAY * 5),
    element("DaysPerMonth", 20),
    element("DurationFormat", DAYS),
    element("WeekStartDay", 1),
    // Remaining work begins on the data date: the day before is the last one with facts.
    element("StatusDate", dataDate === null ? null : evening(dayOf(dayNumber(dataDate) - 1))),
    element("NewTasksAreManual", false),
    element("Calendars", calendars.map(writeCalendar)),
    element("Tasks", rows),
  ]);
  if (root === null) throw new Error("a project without content");
  return writeXml(root, NAMESPACE);
}

function writeTask(
  task: ProjectTask,
  place: { id: number; number: string; summary: boolean },
  links: readonly ProjectLink[],
): Xml | null {
  const { uid, name, level, baseline, constraint, actualStart, actualFinish, remaining } = task;
  const type = constraint
    ? CONSTRAINTS.findIndex((one) => one?.kind === constraint.kind && one.edge === constraint.edge)
    : 0;
  const at = constraint?.edge === "finish" ? evening : morning;
  return element("Task", [
    element("UID", uid),
    element("ID", place.id),
    element("Name", name),
    element("Active", true),
    element("Manual", false),
    element("Type", 1),
    element("IsNull", false),
    element("WBS", place.number),
    element("OutlineNumber", place.number),
    element("OutlineLevel", level),
    element("Priority", 500),
    element("Start", morning(task.start)),
    element("Finish", evening(task.finish)),
    element("Duration", duration(task.duration)),
    element("DurationFormat", DAYS),
    element("EffortDriven", false),
    element("Estimated", false),
    element("Milestone", !place.summary && task.duration === 0),
    element("Summary", place.summary),
    element("PercentComplete", task.percentComplete),
    element("ActualStart", morning(actualStart)),
    element("ActualFinish", evening(actualFinish)),
    element("RemainingDuration", duration(remaining)),
    element("ConstraintType", type),
    element("CalendarUID", task.calendar ?? -1),
    element("ConstraintDate", constraint ? at(constraint.day) : null),
    ...links.map(writeLink),
    baseline &&
      element("Baseline", [
        element("Number", 0),
        element("Start", morning(baseline.start)),
        element("Finish", evening(baseline.finish)),
        element("Duration", duration(baseline.duration)),
        element("DurationFormat", DAYS),
      ]),
  ]);
}

function writeLink({ from, type, lag, unit }: ProjectLink): Xml | null {
  const elapsed = unit === "elapsed";
  return element("PredecessorLink", [
    element("PredecessorUID", from),
    element("Type", LINK_TYPES.indexOf(type)),
    element("CrossProject", false),
    element("LinkLag", lag * (elapsed ? ELAPSED_MINUTES_PER_DAY : MINUTES_PER_DAY) * 10),
    element("LagFormat", elapsed ? ELAPSED_DAYS : DAYS),
  ]);
}
