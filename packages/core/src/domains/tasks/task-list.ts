import type { TaskPage, TaskSummary } from "@stsphera/contracts";
import {
  allOf,
  type Asked,
  type Context,
  invalidField,
  listText,
  openCursor,
  toPage,
  addDays,
} from "../../kernel/index.ts";
import { DUE, OPEN, TASK_COLUMNS, TASK_TABLES, TODAY } from "./task-sql.ts";

export type TaskSort = "deadline" | "-createdAt";
export type TaskState = "open" | "finished" | "all";
export type Due = "overdue" | "today" | "week";

const STATES: Readonly<Record<TaskState, string>> = {
  open: OPEN,
  finished: `t.status in ('done', 'cancelled')`,
  all: "true",
};

/** Where a page goes on, in the words of an index: the start is a position too. */
const SORTS: Readonly<Record<TaskSort, { after: (value: string, id: string) => string; order: string }>> = {
  deadline: {
    after: (value, id) => `(${DUE}, t.id) > (${value}::date, ${id})`,
    order: `${DUE}, t.id`,
  },
  "-createdAt": {
    after: (value, id) => `(t.created_at, t.id) < (${value}::timestamptz, ${id})`,
    order: `t.created_at desc, t.id desc`,
  },
};

/** By the day of each task's own object, within the last day on which it may lie anywhere. */
const DUE_SO: Readonly<Record<Due, string>> = {
  overdue: `t.deadline < x.today and ${OPEN}`,
  today: "t.deadline = x.today",
  week: "t.deadline between x.today and x.today + 6",
};
const dueSo = (due: Due, last: string) => `${DUE} <= ${last}::date and (
    select ${DUE_SO[due]} from (select ${TODAY} as today from objects o where o.id = t.object_id) x)`;

const FIRST = {
  deadline: { value: "-infinity", id: 0 },
  "-createdAt": { value: "infinity", id: 2_147_483_647 },
};
const VALUE = { deadline: /^(infinity|\d{4}-\d\d-\d\d)$/, "-createdAt": /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/ };

export type TaskListWish = {
  /** Picks the tasks `t`, in the words of an index. */
  where: (asked: Asked) => string;
  state: TaskState;
  sort: TaskSort;
  due: Due | undefined;
  limit: number;
  cursor: string | undefined;
  /** What the cursor belongs to. */
  filters: unknown;
};

/**
 * Reads a page of tasks. Days turn at different hours in different objects, so the index is asked for a day or two
 * around the wish, and each row for its own day. Names, days and counts are read for the rows of the page alone.
 */
export async function readTaskPage(ctx: Context, wish: TaskListWish): Promise<TaskPage> {
  const { state, sort, due, limit, filters } = wish;
  const opened = openCursor(wish.cursor, filters);
  const at = opened === null ? FIRST[sort] : { value: opened.value ?? "infinity", id: opened.id };
  if (opened !== null && !VALUE[sort].test(at.value)) throw invalidField("cursor", "cursor_broken");
  const around = due === undefined ? null : { due, ...daysAround(ctx.now, due) };
  const early = sort === "deadline" && around !== null && at.value < around.from;
  const start = early ? { value: around.from, id: 0 } : at;
  const { after, order } = SORTS[sort];
  const { text, params } = listText((asked) => {
    asked(ctx.now.toISOString(), "timestamptz");
    return `
  with page as materialized (
    select t.* from tasks t
    where ${allOf(
      wish.where(asked),
      STATES[state],
      after(asked(start.value, "text"), asked(start.id, "integer")),
      around !== null && dueSo(around.due, asked(around.to, "text")),
    )}
    order by ${order}
    limit ${asked(limit + 1, "integer")})
  select ${TASK_COLUMNS} from page t ${TASK_TABLES} order by ${order}`;
  });
  const rows = await ctx.db.read<TaskSummary>(text, params);
  return toPage(rows, limit, filters, (row) => (sort === "deadline" ? row.deadline : row.createdAt));
}

/** Days within which the wish lies wherever the object is; `-infinity` sorts before every day as text does. */
function daysAround(now: Date, due: Due): { from: string; to: string } {
  const day = now.toISOString().slice(0, 10);
  if (due === "overdue") return { from: "-infinity", to: addDays(day, 1) };
  return { from: addDays(day, -2), to: addDays(day, due === "today" ? 1 : 7) };
}
