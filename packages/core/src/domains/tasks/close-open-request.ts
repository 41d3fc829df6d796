import { schema } from "@stsphera/db";
import { and, eq, sql } from "drizzle-orm";
import { type Change, type Context, subjectAs, type Tx, writeDecisions } from "../../kernel/index.ts";
import type { TaskRow } from "./load-task.ts";
import { rescheduleDecisions } from "./reschedule-workflow.ts";

const { rescheduleRequests } = schema;
export type RequestRow = typeof rescheduleRequests.$inferSelect;

/** Why a request became obsolete: the task was moved, or its deadline was set. */
type Ground = "system:task_moved" | "system:deadline_set";

/** Rejects the open request of such a task; recorded as done by the system. */
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
  if (closed === undefined) return null;
  const subject = requestSubject({ id: closed.id, objectId: task.objectId });
  await writeDecisions(tx, subject, []);
  return { ...subject, before: { status: "open" }, after: { status: "refused" }, by };
}

export const requestSubject = subjectAs("reschedule_request");

/** Writes the decisions of a request; also needed when the task's deadline or creator changes. */
export const writeRequestDecisions = (tx: Tx, request: RequestRow, task: TaskRow): Promise<void> =>
  writeDecisions(tx, requestSubject(request), rescheduleDecisions(request, task));

/** Reopens a request when the move that closed it is undone. */
export async function reopenRequest(tx: Tx, task: TaskRow, requestId: number): Promise<Change> {
  const [request] = await tx
    .update(rescheduleRequests)
    .set({ status: "open", decidedAt: null, version: sql`${rescheduleRequests.version} + 1` })
    .where(eq(rescheduleRequests.id, requestId))
    .returning();
  if (request === undefined) throw new Error("a request that was closed is gone");
  await writeRequestDecisions(tx, request, task);
  return {
    entityType: "reschedule_request",
    entityId: requestId,
    objectId: task.objectId,
    before: { status: "refused" },
    after: { status: "open" },
    by: "system:task_moved",
  };
}
