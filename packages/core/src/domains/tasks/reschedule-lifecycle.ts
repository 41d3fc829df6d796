import { rescheduleDecisionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import {
  type Change,
  type Context,
  defineLifecycle,
  DomainError,
  makerOf,
  type Tx,
  wordsOf,
  writeDecisions,
} from "../../kernel/index.ts";
import { todayOn } from "../objects/index.ts";
import type { RequestRow } from "./close-open-request.ts";
import { type LoadedTask, subjectOf, type TaskRow, writeTask } from "./load-task.ts";
import { rescheduleCase, rescheduleDecisions, rescheduleWorkflow } from "./reschedule-workflow.ts";
import { recordDeadline } from "./task-deadline.ts";
import { rightOver, taskDecisions } from "./task-workflow.ts";

export type LoadedRequest = LoadedTask & { request: RequestRow };

/** Moves of deadline requests; approval sets the task's deadline in the same transaction. */
export const rescheduleLifecycle = defineLifecycle({
  entity: "reschedule_request",
  workflow: rescheduleWorkflow,
  input: rescheduleDecisionInput,
  table: schema.rescheduleRequests,
  rowOf: ({ request }: LoadedRequest) => request,
  caseOf: (request: RequestRow, { task }) => rescheduleCase(request, task),
  tracked: ["status", "decidedBy", "decidedAt", "decisionReason"],
  columns: (step, to) => ({
    status: to,
    decidedBy: makerOf(step),
    decidedAt: step.ctx.now,
    decisionReason: wordsOf(step.input),
  }),
  guards: {
    approve: async (_tx, { ctx, loaded: { object, request } }) => {
      const past = request.toDay < todayOn(ctx, object);
      if (past) throw new DomainError("conflict", { sentence: "reschedule_day_past" });
    },
  },
  effects: async (tx, { ctx, move, loaded: { task, request } }) =>
    move === "approve" ? { changes: [await giveDay(tx, ctx, task, request)] } : {},
  eventsAbout: ({ task }) => subjectOf(task),
  payload: ({ input, loaded: { task }, after }) => ({
    title: task.title,
    requestId: after.id,
    to: after.status,
    reason: wordsOf(input),
    toDay: after.toDay,
    requestedBy: after.requestedBy,
  }),
  decisionsOf: (request, { task }) => rescheduleDecisions(request, task),
});

/** Sets the task's new deadline; the history keeps the former ones. */
async function giveDay(tx: Tx, ctx: Context, task: TaskRow, request: RequestRow): Promise<Change> {
  const after = await writeTask(tx, task, { deadline: request.toDay });
  await recordDeadline(tx, ctx, task.id, { deadline: request.toDay, requestId: request.id });
  await writeDecisions(tx, subjectOf(task), taskDecisions(after));
  return {
    ...subjectOf(task),
    before: { deadline: task.deadline },
    after: { deadline: after.deadline },
    reason: request.reason,
    right: rightOver(ctx.actor, "task.reschedule", task),
  };
}
