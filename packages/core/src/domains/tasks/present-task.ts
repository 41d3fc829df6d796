import type { TaskCard } from "@stsphera/contracts";
import { type Context, undoUntil } from "../../kernel/index.ts";
import { withLinks } from "../../platform/attachments/index.ts";
import type { TaskCardRow } from "./read-task-card.ts";
import { requestToDecide, taskActions, type TaskStanding } from "./task-actions.ts";
import { taskSight } from "./task-attachments.ts";
import { taskWorkflow } from "./task-workflow.ts";

/** The reader of a card and the instant; links are signed for a reader who sees the task. */
export type CardReader = Pick<Context, "actor" | "now" | "links">;

/** Presents a task to a reader, for the app, the bot and notifications alike. */
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
  const until = undoUntil(taskWorkflow, { actor, now }, row);
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
