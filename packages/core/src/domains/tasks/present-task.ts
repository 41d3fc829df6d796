import type { TaskCard } from "@stsphera/contracts";
import { type Context, undoableUntil } from "../../kernel/index.ts";
import { withLinks } from "../../platform/attachments/index.ts";
import type { TaskCardRow } from "./read-task-card.ts";
import { requestToDecide, taskActions, type TaskStanding } from "./task-actions.ts";
import { taskSight } from "./task-attachments.ts";
import { TASK_UNDO_MINUTES } from "./task-workflow.ts";

/** Whom a card is presented to, and when; links are signed for a reader who sees the task. */
export type CardReader = Pick<Context, "actor" | "now" | "links">;

/** A task as a reader gets it everywhere: in the app, in the bot, in a notification. */
export function presentTask(reader: CardReader, row: TaskCardRow): TaskCard {
  const { blockerUserId: _blocker, intact: _intact, objectStatus: _status, files, ...card } = row;
  return {
    ...card,
    files: files.map((file) => withLinks(reader, taskSight(row.objectId), file)),
    can: mayDo(reader, row),
  };
}

function mayDo({ actor, now }: CardReader, row: TaskCardRow): TaskCard["can"] {
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
