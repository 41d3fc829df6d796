import type { TaskStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { type Actor, can } from "@stsphera/rbac";
import { and, eq } from "drizzle-orm";
import {
  type Context,
  DomainError,
  invalidField,
  notFound,
  type Tx,
  type Day,
  localDay,
} from "../../kernel/index.ts";
import { isChangeable } from "../objects/index.ts";
import { allowedTaskMoves } from "./task-workflow.ts";

const { objects, tasks } = schema;

export type TaskRow = typeof tasks.$inferSelect;
export type TaskObject = Pick<
  typeof objects.$inferSelect,
  "id" | "name" | "status" | "timeZone" | "dayCutoff"
>;
export type LoadedTask = { task: TaskRow; object: TaskObject };

/** What every move answers: where the task stands, and where the asker may take it next. */
export type TaskState = { id: number; version: number; status: TaskStatus; allowed: TaskStatus[] };

/** Locks a task, and its object against closing. Whoever may not see the object's tasks finds none. */
export async function lockTask(tx: Tx, ctx: Context, taskId: number): Promise<LoadedTask> {
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId)).for("update");
  if (task === undefined || !can(ctx.actor, "task.view", { objectId: task.objectId })) throw notFound();
  return { task, object: await holdObject(tx, task.objectId) };
}

/** The object of tasks, kept as it is until the end of the transaction. */
export async function holdObject(tx: Tx, objectId: number): Promise<TaskObject> {
  const { id, name, status, timeZone, dayCutoff } = objects;
  const [object] = await tx
    .select({ id, name, status, timeZone, dayCutoff })
    .from(objects)
    .where(eq(objects.id, objectId))
    .for("share");
  if (object === undefined) throw notFound();
  return object;
}

/** The day it is on the object. */
export const todayOn = (ctx: Context, object: TaskObject): Day =>
  localDay(ctx.now, object.timeZone, object.dayCutoff);

/** Refuses work on the tasks of an object that is over. */
export function assertObjectOpen(object: TaskObject): void {
  if (!isChangeable(object.status)) throw new DomainError("conflict", { sentence: "object_is_over" });
}

/** A deadline is today or later, by the object's own day. */
export function assertDeadline(deadline: Day | null | undefined, today: Day): void {
  if (deadline === null || deadline === undefined || deadline >= today) return;
  throw invalidField("deadline", "deadline_past", { today });
}

/** What stands now, for whoever came with an older version. */
export const currentTask = ({ id, status, version, assigneeId }: TaskRow) => ({
  id,
  status,
  version,
  assigneeId,
});

export function taskState(actor: Actor, task: TaskRow, now: Date): TaskState {
  const { id, version, status } = task;
  return { id, version, status, allowed: allowedTaskMoves(actor, task, now) };
}

export const subjectOf = (task: { id: number; objectId: number }) => ({
  entityType: "task",
  entityId: task.id,
  objectId: task.objectId,
});

/** Writes columns of a task and its next version. */
export async function writeTask(tx: Tx, task: TaskRow, set: Partial<TaskRow>): Promise<TaskRow> {
  const [after] = await tx
    .update(tasks)
    .set({ ...set, version: task.version + 1 })
    .where(and(eq(tasks.id, task.id), eq(tasks.version, task.version)))
    .returning();
  if (after === undefined) throw new DomainError("version_conflict", { current: currentTask(task) });
  return after;
}
