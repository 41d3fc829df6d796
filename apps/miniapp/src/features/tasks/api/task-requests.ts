import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import {
  RESCHEDULE_MOVES,
  type RescheduleMove,
  TASK_MOVES,
  type TaskAction,
  type TaskMove,
} from "@stsphera/contracts/vocabulary";
import type { TaskCard } from "@stsphera/contracts";
import { get } from "../../../shared/api/request.ts";

export type TaskAct = TaskAction | RescheduleMove;
type Input = Readonly<Record<string, unknown>>;

export const getTask = (id: number) => get(`/api/tasks/${id}`, (c) => c.taskCard);

/** What was said about a task, the newest first. */
export const listTaskComments = (id: number) =>
  get(`/api/tasks/${id}/comments?limit=50`, (c) => c.taskCommentPage);

const isMove = (action: TaskAct): action is TaskMove => (TASK_MOVES as readonly string[]).includes(action);
const isDecision = (action: TaskAct): action is RescheduleMove =>
  (RESCHEDULE_MOVES as readonly string[]).includes(action);

/** How each act on a task is asked for. */
export function taskRequest(task: TaskCard, action: TaskAct, input: Input): ActRequest {
  const path = `/api/tasks/${task.id}`;
  const { version } = task;
  if (isMove(action))
    return { method: "POST", path: `${path}/transitions`, body: { move: action, version, ...input } };
  if (isDecision(action)) {
    const { request } = task.can;
    const body = { move: action, version: request?.version, ...input };
    return { method: "POST", path: `/api/reschedule-requests/${request?.id}/decision`, body };
  }
  switch (action) {
    case "edit":
      return { method: "PATCH", path, body: { version, ...input } };
    case "comment":
      return { method: "POST", path: `${path}/comments`, body: input };
    case "postpone":
      return { method: "POST", path: `${path}/reschedule-requests`, body: input };
    case "undo":
      return { method: "POST", path: `${path}/undo`, body: {} };
  }
}

/** Ticks or unticks a line of the check list. */
export const tickRequest = ({
  id,
  version,
  done,
}: {
  id: number;
  version: number;
  done: boolean;
}): ActRequest => ({
  method: "PUT",
  path: `/api/task-checklist-items/${id}`,
  body: { done: !done, version },
});
