import type { createTaskInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { onBehalfOf } from "@stsphera/rbac";
import type { z } from "zod";
import {
  type Context,
  type DomainEvent,
  insertRow,
  type Outcome,
  recordMove,
  snapshotOf,
  type Tx,
  writeDecisions,
} from "../../kernel/index.ts";
import { subjectOf, type TaskRow } from "./load-task.ts";
import { writeChecklist } from "./task-checklist.ts";
import { recordDeadline } from "./task-deadline.ts";
import { assignedEvent } from "./task-events.ts";
import { attachTaskFiles } from "./task-files.ts";
import { taskLifecycle } from "./task-lifecycle.ts";
import { taskDecisions } from "./task-workflow.ts";

/** A task to be; its assignee has been judged. */
export type NewTask = z.output<typeof createTaskInput> & { objectId: number; creatorId: number };

/** Opens a task, assigned at once where it has an assignee; for verbs that make tasks of other things too. */
export async function openTask(
  tx: Tx,
  ctx: Context,
  input: NewTask,
): Promise<{ task: TaskRow } & Pick<Outcome<never>, "changes" | "events">> {
  const task = await insertTask(tx, ctx, input);
  if (task.assigneeId !== null) await keepAssignment(tx, ctx, task);
  await writeDecisions(tx, subjectOf(task), taskDecisions(task));
  if (task.deadline !== null) await recordDeadline(tx, ctx, task.id, { deadline: task.deadline });
  await writeChecklist(tx, task.id, input.checklist);
  const files = await attachTaskFiles(tx, ctx, task, input.fileIds);
  const { title, text, status, priority, department, deadline, assigneeId, requiredPhotos } = task;
  const after = { title, text, status, priority, department, deadline, assigneeId, requiredPhotos };
  const created: DomainEvent = { ...subjectOf(task), type: "task.created", payload: { title } };
  return {
    task,
    changes: [{ ...subjectOf(task), before: null, after: { ...after, checklist: input.checklist, files } }],
    events: task.assigneeId === null ? [created] : [created, assignedEvent(task)],
  };
}

async function insertTask(tx: Tx, ctx: Context, input: NewTask): Promise<TaskRow> {
  const assigned = input.assigneeId !== undefined;
  return insertRow(tx, schema.tasks, {
    objectId: input.objectId,
    title: input.title,
    text: input.text ?? null,
    status: assigned ? "assigned" : "new",
    priority: input.priority,
    department: input.department ?? null,
    deadline: input.deadline ?? null,
    creatorId: input.creatorId,
    assigneeId: input.assigneeId ?? null,
    requiredPhotos: input.requiredPhotos,
    createdAt: ctx.now,
    assignedAt: assigned ? ctx.now : null,
    statusSince: ctx.now,
  });
}

/** Records the first move of a task created with an assignee, so that it can be undone like any other. */
async function keepAssignment(tx: Tx, ctx: Context, task: TaskRow): Promise<void> {
  const unassigned: TaskRow = { ...task, status: "new", assigneeId: null, assignedAt: null };
  await recordMove(tx, ctx, {
    ...subjectOf(task),
    move: "assign",
    from: "new",
    to: "assigned",
    reason: null,
    onBehalfOf: onBehalfOf(ctx.actor, "task.create", { objectId: task.objectId }),
    before: { ...snapshotOf(unassigned, taskLifecycle.tracked), version: 0, kept: {} },
  });
}
