import { getTask } from "@stsphera/core";
import type { TaskCard } from "@stsphera/contracts";
import type { Turn } from "../../engine/turn.ts";

export const loadTask = (turn: Turn, taskId: number): Promise<TaskCard> =>
  getTask.run(turn.context(), { taskId });
