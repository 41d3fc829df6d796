import { listMyTasks } from "@stsphera/core";
import type { Turn } from "../../engine/turn.ts";
import type { TaskListPress } from "../../engine/task-list-data.ts";
import { loadTask } from "./load-task.ts";
import { listMessage } from "./messages/list-card.ts";
import { taskCardKey, taskMessage } from "./messages/task-card.ts";

const MOST = 200;

/** A page of the person's tasks: those given to him, or those he gave. */
export async function showTaskList(turn: Turn, pressed: TaskListPress): Promise<void> {
  const role = pressed.list === "mine" ? "assignee" : "creator";
  const tasks = await listMyTasks.run(turn.context(), { role, limit: MOST });
  turn.show(listMessage(turn, tasks, pressed));
}

/** A row of the list was pressed: the task's one card comes below it. */
export function openFromList(turn: Turn, taskId: number): Promise<void> {
  if (turn.memory().opened !== null) turn.remember({ opened: null });
  return openTaskCard(turn, taskId);
}

/** A row of what waits: the same card, with the way back to that list. */
export function openWaiting(turn: Turn, { id, page }: { id: number; page: number }): Promise<void> {
  turn.remember({ opened: { kind: "task", id, page } });
  return openTaskCard(turn, id);
}

async function openTaskCard(turn: Turn, taskId: number): Promise<void> {
  turn.card(taskCardKey(taskId), taskMessage(turn, await loadTask(turn, taskId)), "below");
}
