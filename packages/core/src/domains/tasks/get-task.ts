import { id, type TaskCard } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, notFound, query, undoableUntil } from "../../kernel/index.ts";
import { withLinks } from "../../platform/attachments/index.ts";
import { TASK_CARD, type TaskCardRow } from "./read-task-card.ts";
import { requestToDecide, taskActions, type TaskStanding } from "./task-actions.ts";
import { TASK_UNDO_MINUTES } from "./task-workflow.ts";
import { taskSight } from "./task-attachments.ts";

/** A task with its history, and what the actor may do with it. */
export const getTask = query({
  name: "task.get",
  permissions: ["task.view"],
  input: z.strictObject({ taskId: id }),
  read: async (ctx, { taskId }): Promise<TaskCard> => {
    const [row] = await ctx.db.read<TaskCardRow>(TASK_CARD, [ctx.now.toISOString(), taskId]);
    if (row === undefined || !can(ctx.actor, "task.view", { objectId: row.objectId })) throw notFound();
    const { blockerUserId: _blocker, intact: _intact, objectStatus: _status, files, ...card } = row;
    return {
      ...card,
      files: files.map((file) => withLinks(ctx, taskSight(row.objectId), file)),
      can: mayDo(ctx, row),
    };
  },
});

function mayDo({ actor, now }: Context, row: TaskCardRow): TaskCard["can"] {
  const { objectId, objectStatus, status, blockerUserId, completedAt } = row;
  const asked = row.reschedules.find((request) => request.status === "open");
  const until = row.intact ? undoUntil(actor, now, row.moves[0]) : null;
  const standing: TaskStanding = {
    task: {
      objectId,
      status,
      creatorId: row.creator.id,
      assigneeId: row.assignee?.id ?? null,
      blockerUserId,
      completedAt,
    },
    objectStatus,
    request: asked === undefined ? null : { ...asked, requestedBy: asked.requestedBy.id },
    undoable: until !== null,
  };
  const actions = taskActions(actor, standing, now);
  return {
    actions,
    request: requestToDecide(actor, standing),
    undoUntil: actions.includes("undo") ? until : null,
  };
}

/** Until when the newest move can be taken back by the person who made it. */
function undoUntil(
  actor: Context["actor"],
  now: Date,
  newest: TaskCard["moves"][number] | undefined,
): string | null {
  if (newest === undefined || newest.undoneAt !== null) return null;
  if (actor.kind !== "user" || actor.id !== newest.by.id) return null;
  const until = undoableUntil(newest.at, TASK_UNDO_MINUTES);
  return now < until ? until.toISOString() : null;
}
