import { createTaskInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, onBehalfOf } from "@stsphera/rbac";
import { z } from "zod";
import {
  type Context,
  command,
  type DomainEvent,
  forbidden,
  insertRow,
  recordMove,
  personOf,
  snapshotOf,
  type Tx,
  writeDecisions,
} from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject, todayOn } from "../objects/index.ts";
import { assertDeadline, subjectOf, type TaskRow } from "./load-task.ts";
import { writeChecklist } from "./task-checklist.ts";
import { recordDeadline } from "./task-deadline.ts";
import { assignedEvent } from "./task-events.ts";
import { attachTaskFiles } from "./task-files.ts";
import { assertTaskWorker } from "./task-guards.ts";
import { taskLifecycle } from "./task-lifecycle.ts";
import { taskDecisions } from "./task-workflow.ts";

const { tasks } = schema;
const input = z.strictObject({ objectId: id, ...createTaskInput.shape });
type Input = z.output<typeof input>;

/** Creates a task on an object; with an assignee it is assigned at once. */
export const createTask = command({
  name: "task.create",
  permissions: ["task.create", "task.assign"],
  input,
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId, assigneeId, deadline }) => {
    if (!can(ctx.actor, "task.create", { objectId })) throw forbidden("task.create");
    const assigns = assigneeId !== undefined;
    if (assigns && !can(ctx.actor, "task.assign", { objectId })) throw forbidden("task.assign");
    assertObjectOpen(object);
    assertDeadline(deadline, todayOn(ctx, object));
  },
  execute: async (tx, { ctx, input }) => {
    if (input.assigneeId !== undefined)
      await assertTaskWorker(tx, input.objectId, input.assigneeId, "assigneeId");
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
      result: { id: task.id, version: task.version, status },
      changes: [{ ...subjectOf(task), before: null, after: { ...after, checklist: input.checklist, files } }],
      events: task.assigneeId === null ? [created] : [created, assignedEvent(task)],
    };
  },
});

async function insertTask(tx: Tx, ctx: Context, input: Input): Promise<TaskRow> {
  const assigned = input.assigneeId !== undefined;
  return insertRow(tx, tasks, {
    objectId: input.objectId,
    title: input.title,
    text: input.text ?? null,
    status: assigned ? "assigned" : "new",
    priority: input.priority,
    department: input.department ?? null,
    deadline: input.deadline ?? null,
    creatorId: personOf(ctx).id,
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
