import type { TaskStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { type Change, type Context, personOf, type Tx } from "../../kernel/index.ts";
import { closeOpenRequest } from "./close-open-request.ts";
import { subjectOf, type TaskRow, writeTask } from "./load-task.ts";
import type { MoveWords } from "./task-guards.ts";
import { difference, snapshotOf } from "./task-snapshot.ts";

export type Moving = MoveWords & { to: TaskStatus; reason?: string | undefined };

const NOT_BLOCKED = { blockedReason: null, blockerUserId: null, blockerTaskId: null, blockedAt: null };

/** Takes a task to another status: its columns, a row of its history, and the end of a request that lost its ground. */
export async function moveTask(
  tx: Tx,
  ctx: Context,
  task: TaskRow,
  moving: Moving,
): Promise<{ after: TaskRow; changes: Change[] }> {
  const set = { ...NOT_BLOCKED, ...columnsOf(ctx, task, moving), status: moving.to, statusSince: ctx.now };
  const closed = endsRequest(moving.to) ? await closeOpenRequest(tx, ctx, task) : null;
  const after = await writeTask(tx, task, set);
  await tx.insert(schema.taskMoves).values({
    taskId: task.id,
    from: task.status,
    to: moving.to,
    byId: personOf(ctx).id,
    at: ctx.now,
    reason: moving.reason ?? null,
    before: snapshotOf(task, closed?.entityId ?? null),
  });
  const change: Change = {
    ...subjectOf(task),
    ...difference(task, after),
    ...(moving.reason === undefined ? {} : { reason: moving.reason }),
  };
  return { after, changes: closed === null ? [change] : [change, closed] };
}

/** Who has nothing more to do with a task has no request for its deadline either. */
const endsRequest = (to: TaskStatus): boolean =>
  to === "new" || to === "assigned" || to === "done" || to === "cancelled";

function columnsOf(
  ctx: Context,
  task: TaskRow,
  { to, assigneeId, blocker, reason }: Moving,
): Partial<TaskRow> {
  const { now } = ctx;
  const own = personOf(ctx).id === task.assigneeId;
  switch (to) {
    case "new":
      return { assigneeId: null, assignedAt: null, acceptedAt: null };
    case "assigned":
      return { assigneeId: assigneeId ?? task.assigneeId, assignedAt: now, acceptedAt: null };
    case "in_progress": {
      const taken = task.status === "assigned" || (task.status === "blocked" && own);
      return {
        submittedAt: null,
        completedAt: null,
        acceptedAt: task.acceptedAt ?? (taken ? now : null),
      };
    }
    case "review":
      return { submittedAt: now };
    case "done":
      return { completedAt: now };
    case "blocked":
      return {
        blockedReason: reason ?? null,
        blockedAt: now,
        ...(blocker !== undefined && "userId" in blocker ? { blockerUserId: blocker.userId } : {}),
        ...(blocker !== undefined && "taskId" in blocker ? { blockerTaskId: blocker.taskId } : {}),
      };
    case "cancelled":
      return {};
  }
}
