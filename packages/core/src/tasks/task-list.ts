import type { TaskPage, TaskSummary } from "@stsphera/contracts";
import { addDays } from "../calendar/index.ts";
import { type Context, invalidField, openCursor, toPage } from "../kernel/index.ts";
import { DUE, OPEN, TASK_COLUMNS, TASK_TABLES, TODAY } from "./task-sql.ts";

export type TaskSort = "deadline" | "-createdAt";
export type TaskState = "open" | "finished" | "all";
export type Due = "overdue" | "today" | "week";

const STATES: Readonly<Record<TaskState, string>> = {
  open: OPEN,
  finished: `t.status in ('done', 'cancelled')`,
  all: "true",
};

/** Where a page goes on, in the words of an index: the start is a position too. $2 sort value · $3 id */
const SORTS: Readonly<Record<TaskSort, { after: string; order: string }>> = {
  deadline: { after: `(${DUE}, t.id) > ($2::text::date, $3::int)`, order: `${DUE}, t.id` },
  "-createdAt": {
    after: `(t.created_at, t.id) < ($2::text::timestamptz, $3::int)`,
    order: `t.created_at desc, t.id desc`,
  },
};

/** $5 the wish, by the day of each task's own object · $6 the last day on which it may lie anywhere */
const DUE_SO = `${DUE} <= $6::text::date and (
    select case $5::text when 'overdue' then t.deadline < x.today and ${OPEN} when 'today' then t.deadline = x.today
      else t.deadline between x.today and x.today + 6 end
    from (select ${TODAY} as today from objects o where o.id = t.object_id) x)`;
const FIRST_PARAMETERS = { plain: 5, due: 7 };

type Wish = { state: TaskState; sort: TaskSort; due: boolean };

/**
 * The text of a list of tasks. `where` picks them, in the words of an index, by parameters that it numbers from the one
 * it is given. What is not asked for does not stand in the text: PostgreSQL would take it for something that leaves few
 * rows, and sort them. Names, days and counts are read for the rows of the page alone. $1 instant · $4 how many
 */
function taskListText(where: (first: number) => string, { state, sort, due }: Wish): string {
  const { after, order } = SORTS[sort];
  return `
  with page as materialized (
    select t.* from tasks t
    where ${where(due ? FIRST_PARAMETERS.due : FIRST_PARAMETERS.plain)}
      and ${STATES[state]} and ${after}${due ? ` and ${DUE_SO}` : ""}
    order by ${order}
    limit $4)
  select ${TASK_COLUMNS} from page t ${TASK_TABLES} order by ${order}`;
}

/** The texts of a list, each made once. */
export function taskListTexts(where: (first: number) => string): (wish: Wish) => string {
  const made = new Map<string, string>();
  return (wish) => {
    const key = `${wish.state} ${wish.sort} ${wish.due}`;
    const text = made.get(key) ?? taskListText(where, wish);
    made.set(key, text);
    return text;
  };
}

const FIRST = {
  deadline: { value: "-infinity", id: 0 },
  "-createdAt": { value: "infinity", id: 2_147_483_647 },
};
const VALUE = { deadline: /^(infinity|\d{4}-\d\d-\d\d)$/, "-createdAt": /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/ };

export type TaskListWish = {
  texts: (wish: Wish) => string;
  /** What `where` of the texts is asked with. */
  params: readonly unknown[];
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
 * around the wish, and each row for its own day.
 */
export async function readTaskPage(ctx: Context, wish: TaskListWish): Promise<TaskPage> {
  const { state, sort, due, limit, filters } = wish;
  const opened = openCursor(wish.cursor, filters);
  const at = opened === null ? FIRST[sort] : { value: opened.value ?? "infinity", id: opened.id };
  if (opened !== null && !VALUE[sort].test(at.value)) throw invalidField("cursor", "cursor_broken");
  const around = due === undefined ? null : daysAround(ctx.now, due);
  const early = sort === "deadline" && around !== null && at.value < around.from;
  const start = early ? { value: around.from, id: 0 } : at;
  const rows = await ctx.db.read<TaskSummary>(wish.texts({ state, sort, due: due !== undefined }), [
    ctx.now.toISOString(),
    start.value,
    start.id,
    limit + 1,
    ...(around === null ? [] : [due, around.to]),
    ...wish.params,
  ]);
  return toPage(rows, limit, filters, (row) => (sort === "deadline" ? row.deadline : row.createdAt));
}

/** Days within which the wish lies wherever the object is; `-infinity` sorts before every day as text does. */
function daysAround(now: Date, due: Due): { from: string; to: string } {
  const day = now.toISOString().slice(0, 10);
  if (due === "overdue") return { from: "-infinity", to: addDays(day, 1) };
  return { from: addDays(day, -2), to: addDays(day, due === "today" ? 1 : 7) };
}
