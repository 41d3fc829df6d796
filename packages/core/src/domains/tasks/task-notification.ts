import { can } from "@stsphera/rbac";
import {
  livingCard,
  type NotificationCard,
  numberOf,
  numbersOf,
  viewOf,
} from "../../platform/notify/index.ts";
import { taskCard } from "./card/task-card.ts";
import type { TaskNews } from "./card/task-view.ts";
import { presentTask } from "./present-task.ts";
import { TASK_CARD, type TaskCardRow } from "./read-task-card.ts";
import { readTaskEvent, type TaskEventRow } from "./read-task-event.ts";

/** A task as it is when one of its events is relayed. */
export type TaskSnapshot = { row: TaskCardRow; event: TaskEventRow };
export type TaskWho =
  | "creator"
  | "assignee"
  /** The user who can remove what blocks the task. */
  | "blocker"
  | "managers"
  | "previousAssignee"
  | "mentioned"
  /** The user who requested another deadline. */
  | "requester"
  /** The former blocker whom the event frees. */
  | "freed";

const living = livingCard("task", taskCard);

/** The living card of a task, one per user; never for users who may not see the task. */
export const taskNotification: NotificationCard<TaskSnapshot, TaskWho, TaskNews> = {
  name: "task.card",
  category: "tasks",
  acts: taskCard.actions,
  of: ["task"],
  async read({ db, now }, { id: eventId, entityId: taskId, actorId, payload }) {
    const at = now();
    const [[row], event] = await Promise.all([
      db.read<TaskCardRow>(TASK_CARD, [at.toISOString(), taskId]),
      readTaskEvent(db, { now: at, taskId, actorId, commentId: numberOf(payload["commentId"]), eventId }),
    ]);
    if (row === undefined) throw new Error(`there is no task ${taskId}`);
    return { row, event };
  },
  people: ({ row, event }, { payload }) => ({
    creator: [row.creator.id],
    assignee: [row.assignee?.id ?? null],
    blocker: [event.blockedById],
    previousAssignee: [numberOf(payload["previousAssigneeId"])],
    mentioned: numbersOf(payload["mentions"]),
    requester: [numberOf(payload["requestedBy"])],
    freed: [numberOf(payload["blockerUserId"])],
  }),
  groups: ["managers"],
  sees: ({ actor }, { row: { objectId } }) => can(actor, "task.view", { objectId }),
  subject: ({ row }, event) => living(row, event),
  draw: ({ row, event: { today } }, drawing) =>
    taskCard.draw(
      presentTask({ actor: drawing.reader.actor, now: drawing.now }, row),
      viewOf(drawing, today),
    ),
};
