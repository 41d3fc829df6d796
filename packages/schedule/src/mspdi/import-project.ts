import type { Day } from "../index.ts";
import { keepLinks } from "./keep-links.ts";
import type { Notice, Project, ProjectCalendar, ProjectTask, Refusal } from "./project.ts";
import { type ReadCalendar, readCalendar, withBase } from "./read-calendar.ts";
import { type ReadTask, readTask } from "./read-task.ts";
import { dayAfter, dayAt, numberOf } from "./read-values.ts";
import { decodeXml, readXml, Refused, textOf, type XmlElement } from "./read-xml.ts";

export const MAX_TASKS = 10_000;
const MAX_CALENDARS = 200;

export type Imported = { project: Project; notices: Notice[]; refusal?: undefined } | { refusal: Refusal };

const SCALARS = ["Title", "StartDate", "StatusDate", "CalendarUID", "MinutesPerDay"];
const WANTED = new Set([
  ...SCALARS.map((name) => `Project/${name}`),
  "Project/Calendars/Calendar",
  "Project/Tasks/Task",
  "Project/Resources/Resource",
]);

type Read = {
  head: XmlElement;
  calendars: Map<number, ReadCalendar>;
  tasks: ReadTask[];
  resources: number;
};

/**
 * Reads a file of Microsoft Project (MSPDI) into whole days, with a notice of everything that cannot be kept. A file
 * that is no such project, or tries to be more than one, is refused.
 */
export function importProject(bytes: Uint8Array): Imported {
  try {
    return build(readParts(decodeXml(bytes)));
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}

function readParts(text: string): Read {
  const read: Read = {
    head: { name: "Project", text: "", children: [] },
    calendars: new Map(),
    tasks: [],
    resources: 0,
  };
  readXml(text, WANTED, (path, element, line) => {
    if (path === "Project/Tasks/Task") {
      if (read.tasks.length >= MAX_TASKS) throw new Refused("too_many_rows", line);
      const task = readTask(element, minutesPerDay(read.head), line);
      if (task !== null) read.tasks.push(task);
    } else if (path === "Project/Calendars/Calendar") {
      if (read.calendars.size >= MAX_CALENDARS) throw new Refused("too_many_rows", line);
      const calendar = readCalendar(element);
      if (calendar !== null) read.calendars.set(calendar.uid, calendar);
    } else if (path === "Project/Resources/Resource") {
      // The resource 0 stands for «nobody» and is in every file.
      if (numberOf(element, "UID") !== 0) read.resources += 1;
    } else read.head.children.push(element);
  });
  return read;
}

function minutesPerDay(head: XmlElement): number {
  const minutes = numberOf(head, "MinutesPerDay") ?? 480;
  return minutes >= 30 && minutes <= 1440 ? minutes : 480;
}

function build({ head, calendars, tasks: all, resources }: Read): Imported {
  const start = dayAt(head, "StartDate");
  if (head.children.length === 0) throw new Refused("no_project");
  if (start === null) throw new Refused("no_start");
  const mainCalendar = calendars.get(numberOf(head, "CalendarUID") ?? 1) ?? [...calendars.values()][0];
  if (mainCalendar === undefined) throw new Refused("no_calendar");
  if (new Set(all.map(({ uid }) => uid)).size < all.length) throw new Refused("bad_row");
  const notices: Notice[] = [];
  // The row of level 0 is the project itself.
  const kept = all.filter(({ level, leftOut }) => level > 0 && leftOut === null);
  const summaries = summariesOf(kept);
  const { links, notices: ofLinks } = keepLinks(all, kept, summaries);
  const used = new Map<number, ProjectCalendar>();
  const use = (calendar: ReadCalendar) => {
    if (used.has(calendar.uid)) return;
    used.set(calendar.uid, withBase(calendar, calendars));
    notices.push(...calendar.notices);
  };
  use(mainCalendar);
  const linked = new Set(links.map(({ to }) => to));
  const tasks = kept.map((task) => {
    const own = task.calendar === null ? undefined : calendars.get(task.calendar);
    if (own) use(own);
    if (task.calendar !== null && !own)
      notices.push({ kind: "calendar_missing", row: task.row, name: task.name });
    const { task: plain, notices: ofTask } = keepTask(
      task,
      summaries.has(task.uid),
      linked.has(task.uid),
      start,
    );
    notices.push(...ofTask);
    return own ? plain : { ...plain, calendar: null };
  });
  for (const { leftOut, row, name } of all) if (leftOut) notices.push({ kind: leftOut, row, name });
  if (resources > 0) notices.push({ kind: "resources", count: resources, row: null, name: null });
  return {
    project: {
      name: textOf(head, "Title") ?? all.find(({ level }) => level === 0)?.name ?? "",
      start,
      dataDate: dayAfter(head, "StatusDate"),
      mainCalendar: mainCalendar.uid,
      calendars: [...used.values()],
      tasks,
      links,
    },
    notices: [...notices, ...ofLinks],
  };
}

/** Rows that another one lies under. */
function summariesOf(tasks: readonly ReadTask[]): Set<number> {
  const summaries = new Set<number>();
  tasks.forEach(({ uid, level }, index) => {
    if ((tasks[index + 1]?.level ?? 0) > level) summaries.add(uid);
  });
  return summaries;
}

/** A row as a schedule has it, and what is lost by that. */
function keepTask(
  task: ReadTask,
  summary: boolean,
  linked: boolean,
  start: Day,
): { task: ProjectTask; notices: Notice[] } {
  const { uid, name, level, calendar, baseline } = task;
  const about = { row: task.row, name };
  const plain = { uid, name, level, calendar, start: task.start, finish: task.finish, baseline };
  if (summary) {
    const { constraint } = task;
    const keeps =
      constraint === null ||
      (constraint.kind === "not_earlier" && constraint.edge === "start") ||
      (constraint.kind === "not_later" && constraint.edge === "finish");
    const derived = {
      duration: 0,
      actualStart: null,
      actualFinish: null,
      remaining: null,
      percentComplete: 0,
    };
    return {
      task: { ...plain, ...derived, constraint: keeps ? constraint : null },
      notices: keeps ? [] : [{ kind: "constraint_of_summary", ...about }],
    };
  }
  const { duration, actualStart, actualFinish, remaining, percentComplete } = task;
  const notices: Notice[] = [...task.notices];
  let { constraint } = task;
  // A row set by hand stays on its day whatever leads to it; here it goes by its links, or not earlier than its day.
  if (task.manual) {
    notices.push({ kind: "manual", ...about });
    if (!linked && constraint === null && task.start !== null && task.start > start && actualStart === null) {
      constraint = { kind: "not_earlier", edge: "start", day: task.start };
    }
  }
  return {
    task: { ...plain, duration, constraint, actualStart, actualFinish, remaining, percentComplete },
    notices,
  };
}
