import { schema } from "@stsphera/db";
import { and, count, eq, gte, sql } from "drizzle-orm";
import { type Context, DomainError, invalidField, type Tx } from "../../kernel/index.ts";
import { assertWorker } from "../objects/index.ts";
import type { TaskRow } from "./load-task.ts";
import { countEvidence } from "./task-files.ts";
import { isFinished, isInHand } from "./task-workflow.ts";

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
  await lockBlockers(tx, task);
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

/** Two transactions that make tasks block each other would not see each other's rows, so they are serialized. */
async function lockBlockers(tx: Tx, { objectId }: TaskRow): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`blockers:${objectId}`}, 0))`);
}

/** Refuses to finish a task again when another began to wait for it since it was reopened. */
async function assertNobodyWaits(tx: Tx, task: TaskRow): Promise<void> {
  await lockBlockers(tx, task);
  const [waiting] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.objectId, task.objectId),
        eq(tasks.blockerTaskId, task.id),
        eq(tasks.status, "blocked"),
        gte(tasks.blockedAt, task.statusSince),
      ),
    )
    .limit(1);
  if (waiting !== undefined) throw new DomainError("conflict", { sentence: "move_built_upon" });
}

/**
 * Guards of the state that an undo restores, the same as those of the moves into it: the assignee works on the object,
 * the blocker is allowed, and work in review is complete.
 */
export async function assertRestorable(
  tx: Tx,
  ctx: Context,
  { task, before }: { task: TaskRow; before: TaskRow },
): Promise<void> {
  const { assigneeId, blockerUserId, blockerTaskId } = before;
  const inHand = isInHand(before.status);
  if (assigneeId !== null && inHand && (assigneeId !== task.assigneeId || !isInHand(task.status))) {
    await assertTaskWorker(tx, task.objectId, assigneeId, "assigneeId");
  }
  if (before.status === "blocked") {
    if (blockerUserId !== null) await assertBlocker(tx, before, { userId: blockerUserId });
    if (blockerTaskId !== null) await assertBlocker(tx, before, { taskId: blockerTaskId });
  }
  if (isFinished(before.status)) await assertNobodyWaits(tx, task);
  if (before.status === "review" && task.status === "in_progress") await assertEvidence(tx, ctx, before);
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
