import { shortName } from "@stsphera/contracts/format";
import { ESCALATION_LEVELS } from "@stsphera/contracts/vocabulary";
import {
  type EventsOf,
  NOBODY,
  type Notice,
  type Notices,
  numberOf,
  type OutboxEvent,
  wordsOf,
} from "../../platform/notify/index.ts";
import { groupTask } from "./card/group-task.ts";
import type { TaskNews } from "./card/task-view.ts";
import { lateTasksNotice } from "./escalation/late-tasks-notice.ts";
import { type TaskSnapshot, taskNotification, type TaskWho } from "./task-notification.ts";

type TaskNotice = Notice<TaskSnapshot, TaskWho, TaskNews>;
type NewsOf = (task: TaskSnapshot, event: OutboxEvent) => TaskNews;

const reasonOf = ({ payload }: OutboxEvent): string | null => wordsOf(payload["reason"]);
const quoteOf =
  <K extends "moved" | "returned" | "declined">(kind: K): NewsOf =>
  ({ event }, happened) => ({ kind, by: event.actor, behalf: event.behalf, reason: reasonOf(happened) });

const assignedNow: NewsOf = ({ event: { creatorRole } }) => ({ kind: "assigned", creatorRole });
const changed: NewsOf = ({ event: { creatorRole } }) => ({ kind: "changed", creatorRole });
const blocked: NewsOf = ({ row: { blocker }, event: { actor, behalf, blockedBy } }, happened) => ({
  kind: "blocked",
  by: actor,
  behalf,
  reason: reasonOf(happened),
  blocker: blocker?.task?.title ?? (blockedBy === null ? null : shortName(blockedBy)),
});
const commented: NewsOf = ({ event: { actor, behalf, comment, earlier } }) => ({
  kind: "commented",
  by: actor,
  behalf,
  text: comment ?? "",
  earlier,
});
const asked: NewsOf = ({ event: { actor, behalf } }, happened) => ({
  kind: "reschedule_asked",
  by: actor,
  behalf,
  from: wordsOf(happened.payload["fromDay"]),
  to: wordsOf(happened.payload["toDay"]) ?? "",
  reason: reasonOf(happened),
});
const decided: NewsOf = ({ event: { actor, behalf } }, happened) => ({
  kind: happened.payload["to"] === "approved" ? "reschedule_approved" : "reschedule_refused",
  by: actor,
  behalf,
  reason: reasonOf(happened),
});

/** Skips an event when the task has changed state since; a later event notifies. */
const unless =
  (status: TaskSnapshot["row"]["status"]) =>
  ({ row }: TaskSnapshot): boolean =>
    row.status !== status;
const movedOn = ({ row }: TaskSnapshot, { payload }: OutboxEvent): boolean => row.status !== payload["to"];
const assignedAnew = ({ row }: TaskSnapshot, { payload }: OutboxEvent): boolean => {
  const assigneeId = numberOf(payload["assigneeId"]);
  return assigneeId === null || assigneeId !== row.assignee?.id;
};
const requestClosed = ({ row }: TaskSnapshot, { payload }: OutboxEvent): boolean =>
  wordsOf(payload["toDay"]) === null ||
  !row.reschedules.some(({ id, status }) => status === "open" && id === payload["requestId"]);

/** Resumed, reopened and cancelled tasks are news to the assignee; taken and accepted ones are not. */
const isQuietMove = ({ row: { status } }: TaskSnapshot, { payload }: OutboxEvent): boolean =>
  !(status === "cancelled" || (status === "in_progress" && payload["from"] !== "assigned"));
/** A comment of the blocker of a blocked task notifies the project managers too. */
const isEscalated = ({ row: { status }, event }: TaskSnapshot, { actorId }: OutboxEvent): boolean =>
  status === "blocked" && actorId === event.blockedById;

const late: NewsOf = (_task, { payload }) => ({
  kind: "late",
  level: ESCALATION_LEVELS.find((level) => level === payload["level"]) ?? 1,
  lateDays: numberOf(payload["lateDays"]) ?? 1,
});
/** A deadline that was moved, or a task that no longer waits for its assignee. */
const isAnswered = ({ row: { status, deadline } }: TaskSnapshot, { payload }: OutboxEvent): boolean =>
  !(status === "assigned" || status === "in_progress") ||
  deadline !== (payload["deadline"] ?? payload["day"]);

/** As `isAnswered`, but a task that stands is late for who is named to help. */
const isSettled = (task: TaskSnapshot, event: OutboxEvent): boolean => {
  const { status, blockerUserId, deadline } = task.row;
  return status === "blocked" && blockerUserId !== null
    ? deadline !== event.payload["deadline"]
    : isAnswered(task, event);
};

const card = { card: taskNotification } as const;
const due: TaskNotice = {
  ...card,
  to: ["assignee"],
  alert: "always",
  deputies: true,
  news: () => ({ kind: "due" }),
  stale: isAnswered,
};
const judged = { ...card, to: ["creator", "managers", "known"], alert: "always", deputies: true } as const;
const moved = { ...card, news: quoteOf("moved") } as const;
const said = { ...card, news: commented } as const;

const assigned: readonly TaskNotice[] = [
  {
    ...card,
    to: ["assignee"],
    alert: "always",
    deputies: true,
    group: groupTask("assigned"),
    news: assignedNow,
    stale: assignedAnew,
  },
  {
    ...card,
    to: ["previousAssignee"],
    alert: "first",
    news: () => ({ kind: "passed_on" }),
    stale: assignedAnew,
  },
  {
    ...moved,
    to: ["known"],
    alert: "never",
    news: ({ event }) => ({ kind: "moved", by: event.actor, behalf: event.behalf, reason: null }),
    stale: assignedAnew,
  },
];
const statusChanged: readonly TaskNotice[] = [
  {
    ...moved,
    to: ["assignee"],
    alert: "always",
    group: groupTask("moved"),
    stale: (...at) => movedOn(...at) || isQuietMove(...at),
  },
  { ...moved, to: ["assignee", "creator", "known"], alert: "never", stale: movedOn },
];
const spokenOf: readonly TaskNotice[] = [
  { ...said, to: ["mentioned"], alert: "always" },
  { ...said, to: ["managers"], alert: "always", stale: (...at) => !isEscalated(...at) },
  { ...said, to: ["creator", "assignee"], alert: "always" },
  { ...said, to: ["known"], alert: "never" },
];

/** Who is notified of tasks. */
export const taskNotices = {
  "task.created": NOBODY,
  "task.assigned": assigned,
  "task.changed": { ...card, to: ["assignee", "known"], alert: "never", news: changed },
  "task.status_changed": statusChanged,
  "task.submitted": {
    ...judged,
    news: (_task, { payload }) => ({ kind: "submitted", photos: numberOf(payload["photos"]) ?? 0 }),
    stale: unless("review"),
  },
  "task.declined": { ...judged, news: quoteOf("declined"), stale: unless("new") },
  "task.returned": {
    ...card,
    to: ["assignee", "creator", "known"],
    alert: "always",
    news: quoteOf("returned"),
    stale: unless("in_progress"),
  },
  "task.blocked": {
    ...card,
    to: ["blocker", "managers", "known"],
    alert: "always",
    deputies: true,
    priority: "high",
    group: groupTask("blocked"),
    news: blocked,
    stale: unless("blocked"),
  },
  "task.commented": spokenOf,
  "task.checked": NOBODY,
  "task.move_undone": { ...moved, to: ["known"], alert: "never" },
  "task.deadline_24h": due,
  "task.deadline_today": due,
  "task.escalated": [
    {
      ...card,
      to: ["holder"],
      alert: "always",
      priority: "high",
      deputies: true,
      news: late,
      stale: isSettled,
    },
    lateTasksNotice,
  ],
  "task.reschedule_requested": { ...judged, news: asked, stale: requestClosed },
  "task.reschedule_decided": {
    ...card,
    to: ["requester", "creator", "known"],
    alert: "always",
    news: decided,
  },
} as const satisfies Record<EventsOf<"task">, Notices>;
