import type { createTaskInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { onBehalfOf } from "@stsphera/rbac";
import type { z } from "zod";
import {
  addAllDecisions,
  type Change,
  type Context,
  type DomainEvent,
  insertRows,
  nonEmpty,
  type Outcome,
  recordMoves,
  snapshotOf,
  type Tx,
} from "../../kernel/index.ts";
import { subjectOf, type TaskRow } from "./load-task.ts";
import { writeChecklists } from "./task-checklist.ts";
import { recordDeadlines } from "./task-deadline.ts";
import { assignedEvent } from "./task-events.ts";
import { attachTaskFiles } from "./task-files.ts";
import { taskLifecycle } from "./task-lifecycle.ts";
import { taskDecisions } from "./task-workflow.ts";

/** A task to be; its assignee has been judged. */
export type NewTask = z.output<typeof createTaskInput> & { objectId: number; creatorId: number };

type Made = { changes: Change[]; events: DomainEvent[] };

/** Opens a task, assigned at once where it has an assignee; for verbs that make tasks of other things too. */
export async function openTask(
  tx: Tx,
  ctx: Context,
  input: NewTask,
): Promise<{ task: TaskRow } & Pick<Outcome<never>, "changes" | "events">> {
  const { tasks, changes, events } = await openTasks(tx, ctx, [input]);
  const [task] = tasks;
  if (task === undefined) throw new Error("a task was not stored");
  return { task, changes: nonEmpty(changes), events };
}

/**
 * Opens tasks, in their order, by a statement a table. Files are attached one task after another: what is made of other
 * things has none.
 */
export async function openTasks(
  tx: Tx,
  ctx: Context,
  inputs: readonly NewTask[],
): Promise<{ tasks: TaskRow[] } & Made> {
  const tasks = await insertRows(
    tx,
    schema.tasks,
    inputs.map((input) => rowOf(ctx, input)),
  );
  await keepAssignments(tx, ctx, tasks);
  const waiting = tasks.map((task) => ({ subject: subjectOf(task), decisions: taskDecisions(task) }));
  await addAllDecisions(tx, waiting);
  await recordDeadlines(
    tx,
    ctx,
    tasks.flatMap(({ id: taskId, deadline }) => (deadline === null ? [] : [{ taskId, deadline }])),
  );
  const pairs = tasks.flatMap((task, at) => {
    const input = inputs[at];
    return input === undefined ? [] : [{ task, input }];
  });
  await writeChecklists(
    tx,
    pairs.map(({ task, input }) => ({ taskId: task.id, texts: input.checklist })),
  );
  const made: Made = { changes: [], events: [] };
  for (const { task, input } of pairs) {
    const { fileIds } = input;
    const files = fileIds.length === 0 ? [] : await attachTaskFiles(tx, ctx, task, fileIds);
    made.changes.push(changeOf(task, input, files));
    made.events.push(...eventsOf(task));
  }
  return { tasks, ...made };
}

function changeOf(task: TaskRow, { checklist }: NewTask, files: readonly number[]): Change {
  const { title, text, status, priority, department, deadline, assigneeId, requiredPhotos } = task;
  const after = { title, text, status, priority, department, deadline, assigneeId, requiredPhotos };
  return { ...subjectOf(task), before: null, after: { ...after, checklist, files } };
}

function eventsOf(task: TaskRow): DomainEvent[] {
  const { title } = task;
  const created: DomainEvent = { ...subjectOf(task), type: "task.created", payload: { title } };
  return task.assigneeId === null ? [created] : [created, assignedEvent(task)];
}

function rowOf({ now }: Context, input: NewTask): typeof schema.tasks.$inferInsert {
  const assigned = input.assigneeId !== undefined;
  return {
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
    createdAt: now,
    assignedAt: assigned ? now : null,
    statusSince: now,
  };
}

/** Records the first move of tasks created with an assignee, so that it can be undone like any other. */
async function keepAssignments(tx: Tx, ctx: Context, tasks: readonly TaskRow[]): Promise<void> {
  const assigned = tasks.filter(({ assigneeId }) => assigneeId !== null);
  await recordMoves(
    tx,
    ctx,
    assigned.map((task) => ({
      ...subjectOf(task),
      move: "assign",
      from: "new",
      to: "assigned",
      reason: null,
      onBehalfOf: onBehalfOf(ctx.actor, "task.create", { objectId: task.objectId }),
      before: {
        ...snapshotOf(
          { ...task, status: "new", assigneeId: null, assignedAt: null } satisfies TaskRow,
          taskLifecycle.tracked,
        ),
        version: 0,
        kept: {},
      },
    })),
  );
}
