import { id, rescheduleInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import {
  command,
  DomainError,
  forbidden,
  insertRow,
  invalidField,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { requestSubject, writeRequestDecisions } from "./close-open-request.ts";
import { assertObjectOpen, todayOn } from "../objects/index.ts";
import { lockTask, subjectOf } from "./load-task.ts";
import { readRequest } from "./read-request.ts";
import { whyNotPutOff } from "./task-deadline.ts";
import { mayAskReschedule } from "./reschedule-workflow.ts";
import { canForTask, rightOver } from "./task-workflow.ts";

const { rescheduleRequests } = schema;

/** The assignee requests another deadline with a reason. A task has at most one open request. */
export const requestReschedule = command({
  name: "task.request_reschedule",
  permissions: ["task.execute"],
  input: z.strictObject({ taskId: id, ...rescheduleInput.shape }),
  load: (tx, ctx, { taskId }) => lockTask(tx, ctx, taskId),
  authorize: (ctx, { task, object }, { deadline }) => {
    if (!canForTask(ctx.actor, "task.execute", task)) throw forbidden("task.execute");
    if (personOf(ctx).id !== task.assigneeId) throw forbidden("task.execute", "assignee_only");
    assertObjectOpen(object);
    if (!mayAskReschedule(ctx.actor, task))
      throw new DomainError("conflict", { sentence: "reschedule_not_now" });
    const today = todayOn(ctx, object);
    const reason = whyNotPutOff(deadline, { today, deadline: task.deadline });
    if (reason !== null) throw invalidField("deadline", reason, { today });
  },
  execute: async (tx, { ctx, input: { deadline, reason }, target: { task } }) => {
    await assertNoneOpen(tx, task.id);
    const requestedBy = personOf(ctx).id;
    const row = await insertRow(tx, rescheduleRequests, {
      taskId: task.id,
      objectId: task.objectId,
      requestedBy,
      fromDay: task.deadline,
      toDay: deadline,
      reason,
      createdAt: ctx.now,
    });
    await writeRequestDecisions(tx, row, task);
    const asked = { fromDay: task.deadline, toDay: deadline };
    return {
      result: await readRequest(tx, row.id),
      changes: [
        {
          ...requestSubject(row),
          before: null,
          after: { taskId: task.id, status: "open", ...asked },
          right: rightOver(ctx.actor, "task.execute", task),
          reason,
        },
      ],
      events: [
        {
          ...subjectOf(task),
          type: "task.reschedule_requested",
          payload: { title: task.title, requestId: row.id, ...asked, reason, requestedBy },
        },
      ],
    };
  },
});

async function assertNoneOpen(tx: Tx, taskId: number): Promise<void> {
  const [open] = await tx
    .select({ id: rescheduleRequests.id })
    .from(rescheduleRequests)
    .where(and(eq(rescheduleRequests.taskId, taskId), eq(rescheduleRequests.status, "open")));
  if (open !== undefined) throw new DomainError("conflict", { sentence: "reschedule_open" });
}
