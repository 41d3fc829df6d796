import type { TaskSummary } from "@stsphera/contracts";
import { addDays, allOf, type Asked, type Selection, type Sort } from "../../kernel/index.ts";
import { DUE, OPEN, TASK_COLUMNS, TASK_TABLES, TODAY } from "./task-sql.ts";

export type TaskSort = "deadline" | "-createdAt";
export type TaskState = "open" | "finished" | "all";
export type Due = "overdue" | "today" | "week";

export const TASK_STATES: Readonly<Record<TaskState, string>> = {
  open: OPEN,
  finished: `t.status in ('done', 'cancelled')`,
  all: "true",
};

export const TASK_SORTS: Readonly<Record<TaskSort, Sort<TaskSummary>>> = {
  deadline: { value: { sql: DUE, type: "date", of: (row) => row.deadline ?? "infinity" }, id: "t.id" },
  "-createdAt": {
    value: { sql: "t.created_at", type: "timestamptz", of: (row) => row.createdAt },
    id: "t.id",
    descending: true,
  },
};

/** A page of tasks: names, days and counts are read only for its rows. `$1` is the current instant. */
export function selectTasks(asked: Asked, now: Date): Selection {
  asked(now.toISOString(), "timestamptz");
  return { columns: TASK_COLUMNS, from: TASK_TABLES, page: { table: "tasks", alias: "t" } };
}

/** By the day of each task's own object. */
const DUE_SO: Readonly<Record<Due, string>> = {
  overdue: `t.deadline < x.today and ${OPEN}`,
  today: "t.deadline = x.today",
  week: "t.deadline between x.today and x.today + 6",
};

/**
 * SQL condition of the due filter. Days start at different hours in different objects: the index is searched with a
 * margin of a day or two, then each row is checked by its object's day.
 */
export function dueText(asked: Asked, due: Due, now: Date): string {
  const { from, to } = daysAround(now, due);
  return allOf(
    from !== null && `${DUE} >= ${asked(from, "text")}::date`,
    `${DUE} <= ${asked(to, "text")}::date`,
    `(select ${DUE_SO[due]} from (select ${TODAY} as today from objects o where o.id = t.object_id) x)`,
  );
}

/** A range of days that covers the filter in any time zone. */
function daysAround(now: Date, due: Due): { from: string | null; to: string } {
  const day = now.toISOString().slice(0, 10);
  if (due === "overdue") return { from: null, to: addDays(day, 1) };
  return { from: addDays(day, -2), to: addDays(day, due === "today" ? 1 : 7) };
}
