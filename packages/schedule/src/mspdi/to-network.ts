import { createWorkdays, type Network, type ScheduleRow, workWeek } from "../index.ts";
import type { Project, ProjectCalendar } from "./project.ts";

const workdaysOf = ({ weekdays, exceptions }: ProjectCalendar) =>
  createWorkdays(
    workWeek({ weekdays, exceptions: new Map(exceptions.map(({ day, worked }) => [day, worked])) }),
  );

/** A project as the engine computes it: rows and calendars by their uid. */
export function networkOf(project: Project): Network {
  const calendars = Object.fromEntries(
    project.calendars.map((calendar) => [String(calendar.uid), workdaysOf(calendar)]),
  );
  const main = calendars[String(project.mainCalendar)];
  if (main === undefined) throw new Error("a project without its calendar");
  /** The rows above the next one, from the outermost. */
  const above: { id: string; level: number }[] = [];
  const rows = project.tasks.map((task): ScheduleRow => {
    while ((above.at(-1)?.level ?? 0) >= task.level) above.pop();
    const parent = above.at(-1)?.id ?? null;
    const id = String(task.uid);
    above.push({ id, level: task.level });
    const { duration, constraint, actualStart, actualFinish, remaining } = task;
    const calendar = task.calendar === null ? null : String(task.calendar);
    return { id, parent, duration, calendar, constraint, actualStart, actualFinish, remaining };
  });
  const links = project.links.map((link) => ({ ...link, from: String(link.from), to: String(link.to) }));
  return {
    start: project.start,
    dataDate: project.dataDate,
    rows,
    links,
    calendars: { ...calendars, main },
  };
}
