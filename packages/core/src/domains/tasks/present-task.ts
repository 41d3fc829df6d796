import type { TaskCard } from "@stsphera/contracts";
import { type Context, offeredMoves } from "../../kernel/index.ts";
import { withLinks } from "../../platform/attachments/index.ts";
import { isChangeable } from "../objects/index.ts";
import type { TaskCardRow } from "./read-task-card.ts";
import { requestToDecide, taskDeeds, type TaskStanding } from "./task-actions.ts";
import { taskSight } from "./task-attachments.ts";
import { taskCase, taskWorkflow } from "./task-workflow.ts";

/** The reader of a card and the instant; links are signed for a reader who sees the task. */
export type CardReader = Pick<Context, "actor" | "now" | "links">;

/** Presents a task to a reader, for the app, the bot and notifications alike. */
export function presentTask(reader: CardReader, row: TaskCardRow): TaskCard {
  const { files, ...rest } = row;
  const { blockerUserId: _blocker, intact: _intact, objectStatus: _status, ...known } = rest;
  const { today: _today, onSite: _site, told: _told, ...card } = known;
  return {
    ...card,
    files: files.map((file) => withLinks(reader, taskSight(row.objectId), file)),
    can: mayDo(reader, row),
  };
}

function mayDo(reader: CardReader, row: TaskCardRow): TaskCard["can"] {
  const { objectId, objectStatus, status, blockerUserId, completedAt } = row;
  const asked = row.reschedules.find((request) => request.status === "open");
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
  };
  const { actions, undoUntil } = offeredMoves(taskWorkflow, reader, taskCase(standing.task), {
    ...row,
    changeable: isChangeable(objectStatus),
  });
  return {
    actions: [...actions, ...taskDeeds(reader.actor, standing)],
    request: requestToDecide(reader.actor, standing),
    undoUntil,
  };
}
