import { id, rescheduleDecisionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  type Change,
  command,
  type Context,
  DomainError,
  forbidden,
  invalidField,
  nonEmpty,
  notFound,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { assertObjectOpen, lockTask, subjectOf, type TaskRow, todayOn, writeTask } from "./load-task.ts";
import { readRequest } from "./read-request.ts";
import { keepDeadline } from "./task-deadline.ts";
import { canForTask, mayDecideReschedule, rightTo } from "./task-workflow.ts";

const { rescheduleRequests } = schema;
type Request = typeof rescheduleRequests.$inferSelect;

/** Grants another day or refuses it. The creator or the project manager decides, never who asked. */
export const decideReschedule = command({
  name: "task.decide_reschedule",
  permissions: ["task.reschedule"],
  input: z.strictObject({ requestId: id, ...rescheduleDecisionInput.shape }),
  load: async (tx, ctx, { requestId }) => {
    const where = eq(rescheduleRequests.id, requestId);
    const [found] = await tx
      .select({ taskId: rescheduleRequests.taskId })
      .from(rescheduleRequests)
      .where(where);
    if (found === undefined) throw notFound();
    const loaded = await lockTask(tx, ctx, found.taskId);
    const [request] = await tx.select().from(rescheduleRequests).where(where).for("update");
    if (request === undefined) throw notFound();
    return { ...loaded, request };
  },
  authorize: (ctx, { task, object, request }, { to, version, reason }) => {
    if (!canForTask(ctx.actor, "task.reschedule", task)) throw forbidden("task.reschedule");
    if (!mayDecideReschedule(ctx.actor, task, request.requestedBy)) {
      throw forbidden("task.reschedule", "not_own_request");
    }
    assertVersion(request, version, currentRequest(request));
    if (request.status !== "open") throw new DomainError("invalid_transition", { allowed: [] });
    assertObjectOpen(object);
    if (to === "refused" && reason === undefined) throw invalidField("reason", "reason_required");
    const past = request.toDay < todayOn(ctx, object);
    if (to === "approved" && past) throw new DomainError("conflict", { sentence: "reschedule_day_past" });
  },
  execute: async (tx, { ctx, input: { to, reason }, target: { task, request } }) => {
    await decide(tx, ctx, request, { to, reason });
    const change: Change = {
      entityType: "reschedule_request",
      entityId: request.id,
      objectId: task.objectId,
      before: { status: request.status },
      after: { status: to, toDay: request.toDay },
      right: rightTo(ctx.actor, "task.reschedule", task),
      ...(reason === undefined ? {} : { reason }),
    };
    const moved = to === "approved" ? [await giveDay(tx, ctx, task, request)] : [];
    const { id: requestId, toDay, requestedBy } = request;
    const words = reason === undefined ? {} : { reason };
    return {
      result: await readRequest(tx, request.id),
      changes: nonEmpty([change, ...moved]),
      events: [
        {
          ...subjectOf(task),
          type: "task.reschedule_decided",
          payload: { title: task.title, requestId, to, ...words, toDay, requestedBy },
        },
      ],
    };
  },
});

const currentRequest = ({ id: requestId, status, version }: Request) => ({ id: requestId, status, version });

async function decide(
  tx: Tx,
  ctx: Context,
  request: Request,
  decision: { to: "approved" | "refused"; reason: string | undefined },
): Promise<void> {
  const [written] = await tx
    .update(rescheduleRequests)
    .set({
      status: decision.to,
      decidedBy: personOf(ctx).id,
      decidedAt: ctx.now,
      decisionReason: decision.reason ?? null,
      version: request.version + 1,
    })
    .where(and(eq(rescheduleRequests.id, request.id), eq(rescheduleRequests.version, request.version)))
    .returning({ id: rescheduleRequests.id });
  if (written === undefined) throw new DomainError("version_conflict", { current: currentRequest(request) });
}

/** The task's next deadline; those it had are kept. */
async function giveDay(tx: Tx, ctx: Context, task: TaskRow, request: Request): Promise<Change> {
  const after = await writeTask(tx, task, { deadline: request.toDay });
  await keepDeadline(tx, ctx, task.id, { deadline: request.toDay, requestId: request.id });
  return {
    ...subjectOf(task),
    before: { deadline: task.deadline },
    after: { deadline: after.deadline },
    reason: request.reason,
    right: rightTo(ctx.actor, "task.reschedule", task),
  };
}
