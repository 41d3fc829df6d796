import { assignTasksInput, type FieldProblem, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import {
  command,
  DomainError,
  forbidden,
  invalidField,
  judgeMany,
  moveMany,
  nonEmpty,
} from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject } from "../objects/index.ts";
import { type LoadedTask, type TaskRow } from "./load-task.ts";
import { assertTaskWorker } from "./task-guards.ts";
import { taskLifecycle } from "./task-lifecycle.ts";

const { tasks } = schema;
const input = z.strictObject({ objectId: id, ...assignTasksInput.shape });
type Asked = z.output<typeof input>;

/** Assigns several tasks of an object to one user: all of them, or none with a reason for each. */
export const assignTasks = command({
  name: "task.assign_many",
  permissions: ["task.assign"],
  input,
  load: async (tx, ctx, { objectId, tasks: asked }) => {
    const object = await lockSeenObject(tx, ctx, objectId);
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
    const problems = notListed(asked, rows);
    const items = asked.tasks
      .filter((_one, at) => !problems.some(([place]) => place === at))
      .toSorted((a, b) => a.id - b.id)
      .map(({ id: taskId, version }) => one(asked, { task: rows.get(taskId) as TaskRow, object }, version));
    const { judged, exceptions } = judgeMany(taskLifecycle, ctx, items);
    const placeOf = (taskId: number | undefined) => asked.tasks.findIndex((task) => task.id === taskId);
    const unfit = exceptions.map(
      ({ at, error }) => [placeOf(items[at]?.loaded.task.id), REASONS[error.code] ?? error.code] as const,
    );
    const same = judged
      .filter(({ loaded: { task } }) => task.assigneeId === asked.assigneeId)
      .map(({ loaded: { task } }) => [placeOf(task.id), "assignee_same"] as const);
    refuse([...problems, ...unfit, ...same].toSorted(([a], [b]) => a - b));
    const taken = [...rows.values()].some((row) => row.assigneeId !== null);
    if (taken && asked.reason === undefined) throw invalidField("reason", "reason_required");
    return judged;
  },
  execute: async (tx, { ctx, input: asked, target: { object }, verdict: judged }) => {
    await assertTaskWorker(tx, asked.objectId, asked.assigneeId, "assigneeId");
    const { after, changes, events } = await moveMany(taskLifecycle, tx, judged);
    const states = after.map((task) => taskLifecycle.stateOf(ctx, task, { task, object }));
    return { result: { tasks: states }, changes: nonEmpty(changes), events };
  },
});

/**
 * A task without an assignee is assigned; one with an assignee is reassigned with the reason, without which all are
 * refused.
 */
function one({ assigneeId, reason = "" }: Asked, loaded: LoadedTask, version: number) {
  const seen = { loaded, version };
  const input = { assigneeId, fileIds: [] };
  return loaded.task.status === "new"
    ? { ...seen, move: "assign" as const, input }
    : { ...seen, move: "reassign" as const, input: { ...input, reason } };
}

const REASONS: Readonly<Record<string, string>> = {
  version_conflict: "version_stale",
  invalid_transition: "task_not_assignable",
};

/** Unknown or repeated tasks, by index. */
const notListed = (asked: Asked, rows: ReadonlyMap<number, TaskRow>): (readonly [number, string])[] =>
  asked.tasks.flatMap(({ id: taskId }, at): [number, string][] => {
    const task = rows.get(taskId);
    if (task === undefined) return [[at, "unknown_task"]];
    return asked.tasks.findIndex((other) => other.id === taskId) < at ? [[at, "given_twice"]] : [];
  });

function refuse(problems: readonly (readonly [number, string])[]): void {
  if (problems.length === 0) return;
  const fields = problems.map(([at, reason]): FieldProblem => ({
    path: `tasks.${at}`,
    reason,
    message: reason,
  }));
  throw new DomainError("validation_failed", { fields });
}
