import { createTaskInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  type Context,
  command,
  type DomainEvent,
  forbidden,
  notFound,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import {
  assertDeadline,
  assertObjectOpen,
  holdObject,
  subjectOf,
  type TaskRow,
  todayOn,
} from "./load-task.ts";
import { writeChecklist } from "./task-checklist.ts";
import { keepDeadline } from "./task-deadline.ts";
import { assignedEvent } from "./task-events.ts";
import { tieTaskFiles } from "./tie-task-files.ts";
import { assertWorker } from "./task-people.ts";
import { snapshotOf } from "./task-snapshot.ts";

const { taskMoves, tasks } = schema;
const input = z.strictObject({ objectId: id, ...createTaskInput.shape });
type Wish = z.output<typeof input>;

/** Sets a task on an object; with an assignee it is assigned at once. */
export const createTask = command({
  name: "task.create",
  permissions: ["task.create", "task.assign"],
  input,
  load: (tx, ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    return holdObject(tx, objectId);
  },
  authorize: (ctx, object, { objectId, assigneeId, deadline }) => {
    if (!can(ctx.actor, "task.create", { objectId })) throw forbidden("task.create");
    const assigns = assigneeId !== undefined;
    if (assigns && !can(ctx.actor, "task.assign", { objectId })) throw forbidden("task.assign");
    assertObjectOpen(object);
    assertDeadline(deadline, todayOn(ctx, object));
  },
  execute: async (tx, { ctx, input: wish }) => {
    if (wish.assigneeId !== undefined) await assertWorker(tx, wish.objectId, wish.assigneeId, "assigneeId");
    const task = await insertTask(tx, ctx, wish);
    if (task.assigneeId !== null) await keepFirstMove(tx, ctx, task);
    if (task.deadline !== null) await keepDeadline(tx, ctx, task.id, { deadline: task.deadline });
    await writeChecklist(tx, task.id, wish.checklist);
    const files = await tieTaskFiles(tx, ctx, task, { fileIds: wish.fileIds });
    const { title, text, status, priority, department, deadline, assigneeId, requiredPhotos } = task;
    const after = { title, text, status, priority, department, deadline, assigneeId, requiredPhotos };
    const created: DomainEvent = { ...subjectOf(task), type: "task.created", payload: { title } };
    return {
      result: { id: task.id, version: task.version, status },
      changes: [{ ...subjectOf(task), before: null, after: { ...after, checklist: wish.checklist, files } }],
      events: task.assigneeId === null ? [created] : [created, assignedEvent(task, null)],
    };
  },
});

async function insertTask(tx: Tx, ctx: Context, wish: Wish): Promise<TaskRow> {
  const assigned = wish.assigneeId !== undefined;
  const [task] = await tx
    .insert(tasks)
    .values({
      objectId: wish.objectId,
      title: wish.title,
      text: wish.text ?? null,
      status: assigned ? "assigned" : "new",
      priority: wish.priority,
      department: wish.department ?? null,
      deadline: wish.deadline ?? null,
      creatorId: personOf(ctx).id,
      assigneeId: wish.assigneeId ?? null,
      requiredPhotos: wish.requiredPhotos,
      createdAt: ctx.now,
      assignedAt: assigned ? ctx.now : null,
      statusSince: ctx.now,
    })
    .returning();
  if (task === undefined) throw new Error("a task was not stored");
  return task;
}

async function keepFirstMove(tx: Tx, ctx: Context, task: TaskRow): Promise<void> {
  const unassigned: TaskRow = { ...task, status: "new", assigneeId: null, assignedAt: null };
  await tx.insert(taskMoves).values({
    taskId: task.id,
    from: "new",
    to: "assigned",
    byId: personOf(ctx).id,
    at: ctx.now,
    before: snapshotOf(unassigned, null),
  });
}
