import type { Department } from "@stsphera/rbac";
import { type Day, dayNumber, dayOf, type ScheduleRow, type Workdays, weekdayOf } from "../index.ts";
import type { Project, ProjectCalendar, ProjectTask } from "../mspdi/index.ts";
import {
  type DatedContent,
  type Span,
  summaryKeys,
  type VersionContent,
  type VersionRow,
} from "./content.ts";

/** What is known of a row beside its plan. */
export type RowProgress = Pick<ScheduleRow, "actualStart" | "actualFinish" | "remaining"> & {
  percentComplete: number;
};

/** A calendar of Project: a week, and the days that differ from it between two days. */
export function projectCalendar(
  workdays: Workdays,
  { name, weekdays, from, to }: { name: string; weekdays: readonly number[]; from: Day; to: Day },
): ProjectCalendar {
  const exceptions: ProjectCalendar["exceptions"] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const worked = workdays.ordinal(day + 1) > workdays.ordinal(day);
    if (worked !== weekdays.includes(weekdayOf(day))) exceptions.push({ day: dayOf(day), worked });
  }
  return { uid: 1, name, weekdays: [...weekdays], exceptions };
}

/** A version as a project: a row's number is its uid there, by which it is known when it comes back. */
export function projectOfContent(
  content: DatedContent,
  about: {
    name: string;
    dataDate: Day | null;
    calendar: ProjectCalendar;
    progress: ReadonlyMap<string, RowProgress>;
    base: ReadonlyMap<string, Span & { duration: number }>;
  },
): Project {
  const { rows, links, dates, start } = content;
  const numberOf = new Map(rows.map(({ key, number }) => [key, number]));
  const summaries = summaryKeys(rows);
  const levels = new Map<string | null, number>([[null, 0]]);
  const tasks = rows.map((row): ProjectTask => {
    const level = (levels.get(row.parent) ?? 0) + 1;
    levels.set(row.key, level);
    const summary = summaries.has(row.key);
    const done = summary ? undefined : about.progress.get(row.key);
    return {
      uid: row.number,
      name: row.name,
      level,
      duration: summary ? 0 : row.duration,
      calendar: null,
      constraint: row.constraint,
      start: dates.get(row.key)?.start ?? null,
      finish: dates.get(row.key)?.finish ?? null,
      actualStart: done?.actualStart ?? null,
      actualFinish: done?.actualFinish ?? null,
      remaining: done?.remaining ?? null,
      percentComplete: done?.percentComplete ?? 0,
      baseline: about.base.get(row.key) ?? null,
    };
  });
  return {
    name: about.name,
    start,
    dataDate: about.dataDate,
    mainCalendar: about.calendar.uid,
    calendars: [about.calendar],
    tasks,
    links: links.map(({ from, to, type, lag, unit }) => ({
      from: numberOf.get(from) ?? -1,
      to: numberOf.get(to) ?? -1,
      type,
      lag,
      unit,
    })),
  };
}

export type ContentOfProject = {
  content: VersionContent;
  /** Keys of new rows that lie under no known one: their department is a guess to be looked at. */
  guessed: string[];
};

/**
 * The content that a project describes. Rows known by their number keep their key, department, owner, quantity and work; new
 * ones take the department of the row above, or `department`. Dates of the plan come of the object's own calendar.
 */
export function contentOfProject(
  { start, tasks, links }: Project,
  former: readonly VersionRow[],
  { newKey, department }: { newKey: () => string; department: Department },
): ContentOfProject {
  const known = new Map(former.map((row) => [row.number, row]));
  const guessed: string[] = [];
  const keys = new Map<number, string>();
  const above: { row: VersionRow; level: number }[] = [];
  const rows = tasks.map((task): VersionRow => {
    while ((above.at(-1)?.level ?? 0) >= task.level) above.pop();
    const parent = above.at(-1)?.row;
    const was = known.get(task.uid);
    const key = was?.key ?? newKey();
    if (!was && !parent) guessed.push(key);
    const { name, duration, constraint } = task;
    const row: VersionRow = {
      key,
      number: task.uid,
      parent: parent?.key ?? null,
      name,
      department: was?.department ?? parent?.department ?? department,
      owner: was?.owner ?? null,
      quantity: was?.quantity ?? null,
      unit: was?.unit ?? null,
      work: was?.work ?? null,
      facade: was?.facade ?? null,
      duration,
      constraint,
    };
    keys.set(task.uid, key);
    above.push({ row, level: task.level });
    return row;
  });
  return {
    content: {
      start,
      rows,
      links: links.flatMap(({ from, to, ...how }) => {
        const [fromKey, toKey] = [keys.get(from), keys.get(to)];
        return fromKey === undefined || toKey === undefined ? [] : [{ from: fromKey, to: toKey, ...how }];
      }),
    },
    guessed,
  };
}
