import type { DomainEvent } from "../../kernel/index.ts";
import { subjectOf, type TaskRow } from "./load-task.ts";

/** The one event of a move that tells most. */
export function moveEvent(
  before: TaskRow,
  after: TaskRow,
  by: { personId: number; reason?: string | undefined; photos: number },
): DomainEvent {
  const subject = subjectOf(after);
  const { title } = after;
  const reason = by.reason ?? null;
  if (after.status === "assigned") return assignedEvent(after, before.assigneeId);
  if (after.status === "review") {
    const payload = { title, assigneeId: after.assigneeId, photos: by.photos };
    return { ...subject, type: "task.submitted", payload };
  }
  if (after.status === "new") {
    return { ...subject, type: "task.declined", payload: { title, by: by.personId, reason } };
  }
  if (after.status === "blocked") {
    const { blockerUserId, blockerTaskId } = after;
    return { ...subject, type: "task.blocked", payload: { title, reason, blockerUserId, blockerTaskId } };
  }
  if (before.status === "review" && after.status === "in_progress") {
    return { ...subject, type: "task.returned", payload: { title, reason } };
  }
  const words = by.reason === undefined ? {} : { reason: by.reason };
  // Whoever it waited for has a card of it that must not ask for help any more.
  const freed = before.blockerUserId === null ? {} : { blockerUserId: before.blockerUserId };
  const payload = { title, from: before.status, to: after.status, ...words, ...freed };
  return { ...subject, type: "task.status_changed", payload };
}

export function assignedEvent(after: TaskRow, previousAssigneeId: number | null): DomainEvent {
  const { title, assigneeId } = after;
  return { ...subjectOf(after), type: "task.assigned", payload: { title, assigneeId, previousAssigneeId } };
}
