import type { TaskMove } from "@stsphera/contracts/vocabulary";
import type { DomainEvent, Step } from "../../kernel/index.ts";
import { wordsOf } from "../../kernel/index.ts";
import { type LoadedTask, subjectOf, type TaskRow } from "./load-task.ts";

/** Event payload of a move: the reason, the blocker who was freed, and the former assignee. */
export function taskPayload({
  move,
  input,
  loaded: { task: before },
  after,
}: Step<LoadedTask, TaskMove> & { after: TaskRow }): Record<string, unknown> {
  const { title, assigneeId, blockerTaskId } = after;
  return {
    title,
    move,
    from: before.status,
    to: after.status,
    reason: wordsOf(input),
    assigneeId,
    previousAssigneeId: before.assigneeId,
    // The former blocker's card must no longer ask for help.
    blockerUserId: after.blockerUserId ?? before.blockerUserId,
    blockerTaskId,
  };
}

/** The event of a task created with an assignee. */
export function assignedEvent(after: TaskRow): DomainEvent {
  const { title, assigneeId } = after;
  return {
    ...subjectOf(after),
    type: "task.assigned",
    payload: { title, assigneeId, previousAssigneeId: null },
  };
}
