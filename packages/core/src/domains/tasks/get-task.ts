import { id, type TaskCard } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, notFound, query } from "../../kernel/index.ts";
import { isChangeable } from "../objects/index.ts";
import { presentTaskFile } from "./present-task-file.ts";
import { TASK_CARD, type TaskCardRow } from "./read-task-card.ts";
import {
  allowedTaskMoves,
  isUndoable,
  type JudgedTask,
  mayAskReschedule,
  mayDecideReschedule,
  mayEditTask,
  taskMove,
  TASK_UNDO_MINUTES,
  withinTaskUndo,
} from "./task-workflow.ts";

/** A task with its history, and what the asker may do with it. */
export const getTask = query({
  name: "task.get",
  permissions: ["task.view"],
  input: z.strictObject({ taskId: id }),
  read: async (ctx, { taskId }): Promise<TaskCard> => {
    const [row] = await ctx.db.read<TaskCardRow>(TASK_CARD, [ctx.now.toISOString(), taskId]);
    if (row === undefined || !can(ctx.actor, "task.view", { objectId: row.objectId })) throw notFound();
    const {
      blockerUserId: _blockerUserId,
      intact: _intact,
      objectStatus: _objectStatus,
      files,
      ...card
    } = row;
    return { ...card, files: files.map((file) => presentTaskFile(ctx, file)), can: mayDo(ctx, row) };
  },
});

/** What is left to do with a task of an object that is over, but to talk of it. */
const NOTHING = {
  moveTo: [],
  edit: false,
  assign: false,
  askReschedule: false,
  decideReschedule: false,
  undoUntil: null,
};

function mayDo({ actor, now }: Context, row: TaskCardRow): TaskCard["can"] {
  const { objectId, status, blockerUserId, completedAt } = row;
  const task: JudgedTask = {
    objectId,
    status,
    creatorId: row.creator.id,
    assigneeId: row.assignee?.id ?? null,
    blockerUserId,
    completedAt,
  };
  const comment = can(actor, "task.comment", { objectId });
  if (!isChangeable(row.objectStatus)) return { ...NOTHING, comment };
  const asked = row.reschedules.find((request) => request.status === "open");
  return {
    moveTo: allowedTaskMoves(actor, task, now),
    edit: mayEditTask(actor, task),
    assign: taskMove(status, "assigned") !== undefined && can(actor, "task.assign", { objectId }),
    comment,
    askReschedule: asked === undefined && mayAskReschedule(actor, task),
    decideReschedule: asked !== undefined && mayDecideReschedule(actor, task, asked.requestedBy.id),
    undoUntil: row.intact ? undoUntil(actor, now, row.moves[0]) : null,
  };
}

/** The newest move can be taken back by whoever made it, if it was a take or a decline. */
function undoUntil(
  actor: Context["actor"],
  now: Date,
  newest: TaskCard["moves"][number] | undefined,
): string | null {
  if (newest === undefined || newest.undoneAt !== null || !isUndoable(newest)) return null;
  if (actor.kind !== "user" || actor.id !== newest.by.id || !withinTaskUndo(newest.at, now)) return null;
  return new Date(Date.parse(newest.at) + TASK_UNDO_MINUTES * 60_000).toISOString();
}
