import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import {
  type Context,
  invalidField,
  notFound,
  subjectAs,
  type Tx,
  type Day,
  updateRow,
} from "../../kernel/index.ts";
import { lockObjectOf, type ObjectOfThing } from "../objects/index.ts";

const { tasks } = schema;

export type TaskRow = typeof tasks.$inferSelect;
export type LoadedTask = { task: TaskRow; object: ObjectOfThing };

/** Locks a task, and its object against closing; not_found when the actor may not see the object's tasks. */
export async function lockTask(tx: Tx, ctx: Context, taskId: number): Promise<LoadedTask> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId)).for("update");
  if (task === undefined || !can(ctx.actor, "task.view", { objectId: task.objectId })) throw notFound();
  return { task, object: await lockObjectOf(tx, task.objectId) };
}

/** Refuses a deadline before today, by the object's day. */
export function assertDeadline(deadline: Day | null | undefined, today: Day): void {
  if (deadline === null || deadline === undefined || deadline >= today) return;
  throw invalidField("deadline", "deadline_past", { today });
}

/** The current row, for a version conflict. */
export const currentTask = ({ id, status, version, assigneeId }: TaskRow) => ({
  id,
  status,
  version,
  assigneeId,
});

export const subjectOf = subjectAs("task");

/** Updates columns of a task and increments its version. */
export const writeTask = (tx: Tx, task: TaskRow, set: Partial<TaskRow>): Promise<TaskRow> =>
  updateRow(tx, tasks, task, set, currentTask);
