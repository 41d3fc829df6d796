import { schema } from "@stsphera/db";
import { and, eq, sql } from "drizzle-orm";
import type { Change, Context, Tx } from "../../kernel/index.ts";

const { rescheduleRequests } = schema;

/** Why a request has lost its ground: the task went another way, or was given another day. */
type Ground = "system:task_moved" | "system:deadline_set";

/** Refuses the open request of such a task; the audit log says that the system did it. */
export async function closeOpenRequest(
  tx: Tx,
  ctx: Context,
  task: { id: number; objectId: number },
  by: Ground = "system:task_moved",
): Promise<Change | null> {
  const [closed] = await tx
    .update(rescheduleRequests)
    .set({ status: "refused", decidedAt: ctx.now, version: sql`${rescheduleRequests.version} + 1` })
    .where(and(eq(rescheduleRequests.taskId, task.id), eq(rescheduleRequests.status, "open")))
    .returning({ id: rescheduleRequests.id });
  return closed === undefined
    ? null
    : {
        entityType: "reschedule_request",
        entityId: closed.id,
        objectId: task.objectId,
        before: { status: "open" },
        after: { status: "refused" },
        by,
      };
}

/** Opens it again when the move that closed it is undone. */
export async function reopenRequest(tx: Tx, task: { objectId: number }, requestId: number): Promise<Change> {
  await tx
    .update(rescheduleRequests)
    .set({ status: "open", decidedAt: null, version: sql`${rescheduleRequests.version} + 1` })
    .where(eq(rescheduleRequests.id, requestId));
  return {
    entityType: "reschedule_request",
    entityId: requestId,
    objectId: task.objectId,
    before: { status: "refused" },
    after: { status: "open" },
    by: "system:task_moved",
  };
}
