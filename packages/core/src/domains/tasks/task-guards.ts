import { schema } from "@stsphera/db";
import { and, count, eq, sql } from "drizzle-orm";
import { type Context, DomainError, invalidField, type Tx } from "../../kernel/index.ts";
import { assertWorker } from "../objects/index.ts";
import type { TaskRow } from "./load-task.ts";
import { countEvidence } from "./task-files.ts";
import { isFinished } from "./task-workflow.ts";

const { taskChecklistItems, tasks } = schema;

export type Blocker = { userId: number } | { taskId: number };

/** The next assignee is another one than now, and may have work on the object. */
export async function assertNewAssignee(tx: Tx, task: TaskRow, assigneeId: number): Promise<void> {
  if (assigneeId === task.assigneeId) throw invalidField("assigneeId", "assignee_same");
  await assertWorker(tx, task.objectId, assigneeId, "assigneeId");
}

/** A blocker is somebody else who works on the object, or another task of it. */
export async function assertBlocker(tx: Tx, task: TaskRow, blocker: Blocker): Promise<void> {
  if ("taskId" in blocker) return assertBlockerTask(tx, task, blocker.taskId);
  if (blocker.userId === task.assigneeId) throw invalidField("blocker.userId", "blocker_is_assignee");
  await assertWorker(tx, task.objectId, blocker.userId, "blocker.userId");
}

/** Another unfinished task of the object that does not itself wait, near or far, for this one. */
async function assertBlockerTask(tx: Tx, task: TaskRow, blockerId: number): Promise<void> {
  if (blockerId === task.id) throw invalidField("blocker.taskId", "blocker_is_itself");
  // Two tasks that are blocked by each other at once would not see one another.
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

/** What the work has to show before it is handed in: its photos, and a finished checklist. */
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
