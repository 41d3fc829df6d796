import type { FieldProblem } from "@stsphera/contracts";
import { assignTasksInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import {
  type Change,
  command,
  DomainError,
  type DomainEvent,
  forbidden,
  invalidField,
  nonEmpty,
  notFound,
} from "../../kernel/index.ts";
import { assertObjectOpen, holdObject, type TaskRow, type TaskState, taskState } from "./load-task.ts";
import { moveTask } from "./move-task.ts";
import { assignedEvent } from "./task-events.ts";
import { assertWorker } from "./task-people.ts";
import { taskMove } from "./task-workflow.ts";

const { tasks } = schema;
const input = z.strictObject({ objectId: id, ...assignTasksInput.shape });
type Asked = z.output<typeof input>;

/** Gives several tasks of an object to one person: all of them, or none with the reason of each. */
export const assignTasks = command({
  name: "task.assign_many",
  permissions: ["task.assign"],
  input,
  load: async (tx, ctx, { objectId, tasks: asked }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const object = await holdObject(tx, objectId);
    const ids = asked.map((one) => one.id);
    const rows = await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.objectId, objectId), inArray(tasks.id, ids)))
      .orderBy(asc(tasks.id))
      .for("update");
    return { object, rows: new Map(rows.map((row) => [row.id, row])) };
  },
  authorize: (ctx, { object, rows }, asked) => {
    if (!can(ctx.actor, "task.assign", { objectId: object.id })) throw forbidden("task.assign");
    assertObjectOpen(object);
    const fields = asked.tasks.flatMap((_one, at) => problemOf(asked, at, rows));
    if (fields.length > 0) throw new DomainError("validation_failed", { fields });
    const taken = [...rows.values()].some((row) => row.assigneeId !== null);
    if (taken && asked.reason === undefined) throw invalidField("reason", "reason_required");
  },
  execute: async (tx, { ctx, input: asked, target: { rows } }) => {
    await assertWorker(tx, asked.objectId, asked.assigneeId, "assigneeId");
    const changes: Change[] = [];
    const events: DomainEvent[] = [];
    const states: TaskState[] = [];
    for (const task of rows.values()) {
      const { assigneeId } = asked;
      const reason = task.assigneeId === null ? undefined : asked.reason;
      const moved = await moveTask(tx, ctx, task, { to: "assigned", assigneeId, reason });
      changes.push(...moved.changes);
      events.push(assignedEvent(moved.after, task.assigneeId));
      states.push(taskState(ctx.actor, moved.after, ctx.now));
    }
    return { result: { tasks: states }, changes: nonEmpty(changes), events };
  },
});

function problemOf(asked: Asked, at: number, rows: ReadonlyMap<number, TaskRow>): FieldProblem[] {
  const reason = reasonAgainst(asked, at, rows);
  return reason === null ? [] : [{ path: `tasks.${at}`, reason, message: reason }];
}

/** Why a task of the list cannot be given to the person; null when it can. */
function reasonAgainst(asked: Asked, at: number, rows: ReadonlyMap<number, TaskRow>): string | null {
  const one = asked.tasks[at];
  const task = one === undefined ? undefined : rows.get(one.id);
  if (one === undefined || task === undefined) return "unknown_task";
  if (asked.tasks.findIndex((other) => other.id === one.id) < at) return "given_twice";
  if (task.version !== one.version) return "version_stale";
  if (taskMove(task.status, "assigned") === undefined) return "task_not_assignable";
  return task.assigneeId === asked.assigneeId ? "assignee_same" : null;
}
