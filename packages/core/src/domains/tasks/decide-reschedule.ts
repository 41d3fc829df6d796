import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { type Context, NO_ROW, notFound, transitionCommand, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { lockTask } from "./load-task.ts";
import { readRequest } from "./read-request.ts";
import { type LoadedRequest, rescheduleLifecycle } from "./reschedule-lifecycle.ts";

const { rescheduleRequests } = schema;

/**
 * Approves or rejects a request for another deadline. The creator or the project manager decides, never the
 * requester.
 */
export const decideReschedule = transitionCommand(rescheduleLifecycle, {
  name: "task.decide_reschedule",
  id: "requestId",
  load: lockRequest,
  assertOpen: ({ object }) => assertObjectOpen(object),
  answer: (_ctx, request, { tx }) => readRequest(tx, request.id),
});

/** Locks the task of a request, then the request. */
async function lockRequest(tx: Tx, ctx: Context, requestId: number): Promise<LoadedRequest> {
  const where = eq(rescheduleRequests.id, requestId);
  const [found] = await tx
    .select({ taskId: rescheduleRequests.taskId })
    .from(rescheduleRequests)
    .where(where);
  const loaded = await lockTask(tx, ctx, found?.taskId ?? NO_ROW);
  const [request] = await tx.select().from(rescheduleRequests).where(where).for("update");
  if (request === undefined) throw notFound();
  return { ...loaded, request };
}
