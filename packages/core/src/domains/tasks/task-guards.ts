import { schema } from "@stsphera/db";
import { and, count, eq, sql } from "drizzle-orm";
import { type Context, DomainError, invalidField, type Tx } from "../../kernel/index.ts";
import { assertWorker } from "../objects/index.ts";
import type { TaskRow } from "./load-task.ts";
import { countEvidence } from "./task-files.ts";
import { isFinished } from "./task-workflow.ts";

const { taskChecklistItems, tasks } = schema;

export type Blocker = { userId: number } | { taskId: number };

/** Refuses a user who could not work on a task of the object. */
export const assertTaskWorker = (tx: Tx, objectId: number, userId: number, path: string): Promise<void> =>
  assertWorker(tx, objectId, userId, {
    permission: "task.execute",
    path,
    lacking: "viewer_has_no_tasks",
  });

/** The new assignee must differ from the present one and be able to work on the object. */
export async function assertNewAssignee(tx: Tx, task: TaskRow, assigneeId: number): Promise<void> {
  if (assigneeId === task.assigneeId) throw invalidField("assigneeId", "assignee_same");
  await assertTaskWorker(tx, task.objectId, assigneeId, "assigneeId");
}

/** A blocker is another user who works on the object, or another task of it. */
export async function assertBlocker(tx: Tx, task: TaskRow, blocker: Blocker): Promise<void> {
  if ("taskId" in blocker) return assertBlockerTask(tx, task, blocker.taskId);
  if (blocker.userId === task.assigneeId) throw invalidField("blocker.userId", "blocker_is_assignee");
  await assertTaskWorker(tx, task.objectId, blocker.userId, "blocker.userId");
}

/** Requires another unfinished task of the object that is not itself blocked by this one, directly or indirectly. */
async function assertBlockerTask(tx: Tx, task: TaskRow, blockerId: number): Promise<void> {
  if (blockerId === task.id) throw invalidField("blocker.taskId", "blocker_is_itself");
  // Two transactions that make tasks block each other would not see each other's rows, so they are serialized.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`blockers:${task.objectId}`}, 0))`);
  const [other] = await tx
    .select({ status: tasks.status })
    .from(tasks)
    .where(and(eq(tasks.id, blockerId), eq(tasks.objectId, task.objectId)));
  if (other === undefined) throw invalidField("blocker.taskId", "unknown_task");
  if (isFinished(other.status)) throw invalidField("blocker.taskId", "blocker_finished");
  const [ring] = await tx.execute<{ id: number }>(sql`
    with recursive waits (id) as (
      select ${blockerId}::int
      union
      select t.blocker_task_id from waits w join tasks t on t.id = w.id
      where t.status = 'blocked' and t.blocker_task_id is not null)
    select id from waits where id = ${task.id}`);
  if (ring !== undefined) throw invalidField("blocker.taskId", "blocker_in_ring");
}

/** Requires the photos and the completed checklist before work is handed in. */
export async function assertEvidence(tx: Tx, ctx: Context, task: TaskRow): Promise<void> {
  const photos = await countEvidence(tx, ctx, task);
  const [open] = await tx
    .select({ items: count() })
    .from(taskChecklistItems)
    .where(and(eq(taskChecklistItems.taskId, task.id), eq(taskChecklistItems.done, false)));
  const needs = [
    ...(photos < task.requiredPhotos ? [{ path: "fileIds", reason: "photos_missing" as const }] : []),
    ...((open?.items ?? 0) > 0 ? [{ path: "checklist", reason: "checklist_open" as const }] : []),
  ];
  const [first] = needs;
  if (first === undefined) return;
  throw new DomainError("validation_failed", {
    fields: needs.map((field) => ({ ...field, message: field.reason })),
    sentence: first.reason,
    values: { photos, needed: task.requiredPhotos, items: open?.items ?? 0 },
  });
}
