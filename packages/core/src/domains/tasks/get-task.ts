import { id, type TaskCard } from "@stsphera/contracts";
import { z } from "zod";
import { inReach, notFound, query, reachParams } from "../../kernel/index.ts";
import { readLadder } from "./escalation/read-ladder.ts";
import { presentTask } from "./present-task.ts";
import { TASK_CARD, type TaskCardRow } from "./read-task-card.ts";

const READABLE = `${TASK_CARD} and ${inReach("$3", "$4")}`;

/** A task with its history and the actor's allowed actions. */
export const getTask = query({
  name: "task.get",
  permissions: ["task.view"],
  input: z.strictObject({ taskId: id }),
  read: async (ctx, { taskId }): Promise<TaskCard> => {
    const [row] = await ctx.db.read<TaskCardRow>(READABLE, [
      ctx.now.toISOString(),
      taskId,
      ...reachParams(ctx.actor, "task.view"),
    ]);
    if (row === undefined) throw notFound();
    return { ...presentTask(ctx, row), ladder: await readLadder(ctx, row) };
  },
});
