import { can } from "@stsphera/rbac";
import {
  livingCard,
  type NotificationCard,
  type NotifyDeps,
  numberOf,
  numbersOf,
  type OutboxEvent,
  viewOf,
} from "../../platform/notify/index.ts";
import { taskCard } from "./card/task-card.ts";
import type { TaskNews } from "./card/task-view.ts";
import { presentTask } from "./present-task.ts";
import { TASK_CARDS, type TaskCardRow } from "./read-task-card.ts";
import { readTaskEvents, type TaskEventRow } from "./read-task-event.ts";

/** A task as it is when one of its events is relayed. */
export type TaskSnapshot = { row: TaskCardRow; event: TaskEventRow };
export type TaskWho =
  | "creator"
  | "assignee"
  /** Who is late with it: the assignee, or, while it stands, who is named to help. */
  | "holder"
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

/** The tasks of events by two statements, whatever their number. */
async function readSnapshots(
  { db, now }: NotifyDeps,
  events: readonly OutboxEvent[],
): Promise<Map<number, TaskSnapshot>> {
  const at = now();
  const asked = events.map(({ id: event, entityId: task, actorId: actor, payload }) => ({
    event,
    task,
    actor,
    comment: numberOf(payload["commentId"]),
  }));
  const ids = [...new Set(events.map(({ entityId }) => entityId))];
  const [rows, said] = await Promise.all([
    db.read<TaskCardRow>(TASK_CARDS, [at.toISOString(), ids]),
    readTaskEvents(db, at, asked),
  ]);
  const cards = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    events.flatMap(({ id, entityId }) => {
      const [row, event] = [cards.get(entityId), said.get(id)];
      return row === undefined || event === undefined ? [] : [[id, { row, event }] as const];
    }),
  );
}

/** The living card of a task, one per user; never for users who may not see the task. */
export const taskNotification: NotificationCard<TaskSnapshot, TaskWho, TaskNews> = {
  name: "task.card",
  category: "tasks",
  acts: taskCard.actions,
  of: ["task"],
  async read(deps, event) {
    const snapshot = (await readSnapshots(deps, [event])).get(event.id);
    if (snapshot === undefined) throw new Error(`there is no task ${event.entityId}`);
    return snapshot;
  },
  readMany: readSnapshots,
  people: ({ row, event }, { payload }) => ({
    creator: [row.creator.id],
    assignee: [row.assignee?.id ?? null],
    blocker: [event.blockedById],
    holder: [(row.status === "blocked" ? row.blockerUserId : null) ?? row.assignee?.id ?? null],
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
