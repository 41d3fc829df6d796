import { listMyTasks } from "@stsphera/core";
import type { Turn } from "../../shared/turn.ts";
import type { TaskListPress } from "./list-data.ts";
import { listMessage } from "./messages/list-card.ts";

const MOST = 200;

/** A page of the person's tasks: those given to him, or those he gave. */
export async function showTaskList(turn: Turn, pressed: TaskListPress): Promise<void> {
  const role = pressed.list === "mine" ? "assignee" : "creator";
  const tasks = await listMyTasks.run(turn.context(), { role, limit: MOST });
  turn.show(listMessage(turn, tasks, pressed));
}
