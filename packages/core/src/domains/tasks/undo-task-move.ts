import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, count, desc, eq, gte } from "drizzle-orm";
import { z } from "zod";
import {
  type Change,
  command,
  DomainError,
  forbidden,
  nonEmpty,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { reopenRequest } from "./close-open-request.ts";
import { assertObjectOpen, lockTask, subjectOf, taskState, writeTask } from "./load-task.ts";
import { difference, readSnapshot } from "./task-snapshot.ts";
import { canForTask, isUndoable, rightTo, withinTaskUndo } from "./task-workflow.ts";

const { taskChecklistItems, taskMoves } = schema;
type Move = typeof taskMoves.$inferSelect;

/** Takes back one's own taking or declining of a task within ten minutes, while nothing was built on it. */
export const undoTaskMove = command({
  name: "task.undo",
  permissions: ["task.execute"],
  input: z.strictObject({ taskId: id }),
  load: async (tx, ctx, { taskId }) => {
    const loaded = await lockTask(tx, ctx, taskId);
    const move = await newestMove(tx, taskId);
    return { ...loaded, move, past: readSnapshot(move.before) };
  },
  authorize: (ctx, { task, object, move, past }) => {
    if (move.byId !== personOf(ctx).id) throw forbidden("task.execute", "only_mover_undoes");
    const before = { ...task, ...past.columns };
    if (!canForTask(ctx.actor, "task.execute", before)) throw forbidden("task.execute");
    assertObjectOpen(object);
    if (!isUndoable(move) || move.undoneAt !== null)
      throw new DomainError("conflict", { sentence: "nothing_to_undo" });
    if (!withinTaskUndo(move.at, ctx.now))
      throw new DomainError("conflict", { sentence: "task_undo_time_over" });
    if (task.version !== past.version + 1) throw new DomainError("conflict", { sentence: "task_went_on" });
  },
  execute: async (tx, { ctx, target: { task, move, past } }) => {
    if (await isBuiltOn(tx, move)) throw new DomainError("conflict", { sentence: "task_went_on" });
    const after = await writeTask(tx, task, past.columns);
    await tx.update(taskMoves).set({ undoneAt: ctx.now }).where(eq(taskMoves.id, move.id));
    const changes: Change[] = [
      { ...subjectOf(task), ...difference(task, after), right: rightTo(ctx.actor, "task.execute", after) },
    ];
    if (past.closedRequestId !== null) changes.push(await reopenRequest(tx, task, past.closedRequestId));
    return {
      result: taskState(ctx.actor, after, ctx.now),
      changes: nonEmpty(changes),
      events: [
        {
          ...subjectOf(task),
          type: "task.move_undone",
          payload: { title: task.title, from: task.status, to: after.status },
        },
      ],
    };
  },
});

async function newestMove(tx: Tx, taskId: number): Promise<Move> {
  const [move] = await tx
    .select()
    .from(taskMoves)
    .where(eq(taskMoves.taskId, taskId))
    .orderBy(desc(taskMoves.id))
    .limit(1);
  if (move === undefined) throw new DomainError("conflict", { sentence: "nothing_to_undo" });
  return move;
}

/** Ticks do not change the task itself: they are asked for apart. */
async function isBuiltOn(tx: Tx, move: Move): Promise<boolean> {
  const [row] = await tx
    .select({ ticks: count() })
    .from(taskChecklistItems)
    .where(and(eq(taskChecklistItems.taskId, move.taskId), gte(taskChecklistItems.doneAt, move.at)));
  return (row?.ticks ?? 0) > 0;
}
