import type { TaskMove } from "@stsphera/contracts/vocabulary";
import type { DomainEvent, Step } from "../../kernel/index.ts";
import { wordsOf } from "../../kernel/index.ts";
import { type LoadedTask, subjectOf, type TaskRow } from "./load-task.ts";

/** What the event of a move says: the words, who was freed of it, and who had it before. */
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
    // The person it waited for has a card of it that must not ask for help any more.
    blockerUserId: after.blockerUserId ?? before.blockerUserId,
    blockerTaskId,
  };
}

/** A task that was set with an assignee. */
export function assignedEvent(after: TaskRow): DomainEvent {
  const { title, assigneeId } = after;
  return {
    ...subjectOf(after),
    type: "task.assigned",
    payload: { title, assigneeId, previousAssigneeId: null },
  };
}
