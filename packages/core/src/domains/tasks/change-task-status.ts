import { id, taskTransitionInput } from "@stsphera/contracts";
import { z } from "zod";
import {
  assertVersion,
  command,
  type Context,
  DomainError,
  forbidden,
  invalidField,
  nonEmpty,
  personOf,
} from "../../kernel/index.ts";
import { assertObjectOpen, currentTask, lockTask, type TaskRow, taskState } from "./load-task.ts";
import { moveTask } from "./move-task.ts";
import { moveEvent } from "./task-events.ts";
import { countEvidence, tieTaskFiles } from "./tie-task-files.ts";
import { assertTaskGuard } from "./task-guards.ts";
import {
  allowedTaskMoves,
  canForTask,
  isRightPerson,
  rightTo,
  TASK_MOVES,
  type TaskMove,
  taskMove,
} from "./task-workflow.ts";

/** Takes a task from one status to another by the table of moves. */
export const changeTaskStatus = command({
  name: "task.change_status",
  permissions: [...new Set(TASK_MOVES.map((move) => move.permission))],
  input: z.strictObject({ taskId: id, ...taskTransitionInput.shape }),
  load: (tx, ctx, { taskId }) => lockTask(tx, ctx, taskId),
  authorize: (ctx, { task, object }, { to, version, reason, overrideReason }) => {
    const move = taskMove(task.status, to);
    if (move !== undefined) assertMover(ctx, task, move, overrideReason !== undefined);
    assertVersion(task, version, currentTask(task));
    if (move === undefined) {
      const allowed = allowedTaskMoves(ctx.actor, task, ctx.now);
      throw new DomainError("invalid_transition", { allowed });
    }
    assertObjectOpen(object);
    if (move.reason && reason === undefined) throw invalidField("reason", "reason_required");
  },
  execute: async (tx, { ctx, input, target: { task } }) => {
    const { to, reason, overrideReason } = input;
    const move = taskMove(task.status, to);
    if (move === undefined) throw new DomainError("invalid_transition");
    const tied = await tieTaskFiles(tx, ctx, task, { fileIds: input.fileIds });
    await assertTaskGuard(tx, ctx, task, { move, words: input });
    const { after, changes } = await moveTask(tx, ctx, task, input);
    const [main, ...others] = nonEmpty(changes);
    const overridden = !isRightPerson(ctx.actor, task, move);
    const right = rightTo(ctx.actor, move.permission, task);
    const noted = {
      ...main,
      right,
      after: {
        ...main.after,
        ...(tied.length === 0 ? {} : { filesAdded: tied }),
        ...(overridden ? { override: true, ...(reason === undefined ? {} : { words: reason }) } : {}),
      },
      ...(overridden && overrideReason !== undefined ? { reason: overrideReason } : {}),
    };
    const photos = to === "review" ? await countEvidence(tx, ctx, task) : 0;
    return {
      result: taskState(ctx.actor, after, ctx.now),
      changes: nonEmpty([noted, ...others.map((other) => ({ ...other, right }))]),
      events: [moveEvent(task, after, { personId: personOf(ctx).id, reason, photos })],
    };
  },
});

/** The right to a move, and being the one it is for; an admin may stand in for him, and says why. */
function assertMover(ctx: Context, task: TaskRow, move: TaskMove, override: boolean): void {
  if (!canForTask(ctx.actor, move.permission, task)) throw forbidden(move.permission);
  const adminStandsIn = override && ctx.actor.kind === "user" && ctx.actor.role === "admin";
  if (isRightPerson(ctx.actor, task, move) || adminStandsIn) return;
  throw forbidden(move.permission, move.person === "assignee" ? "assignee_only" : "not_own_work");
}
