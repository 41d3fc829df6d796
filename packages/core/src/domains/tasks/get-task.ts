import { id, type TaskCard } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { notFound, query } from "../../kernel/index.ts";
import { readLadder } from "./escalation/read-ladder.ts";
import { presentTask } from "./present-task.ts";
import { TASK_CARD, type TaskCardRow } from "./read-task-card.ts";

/** A task with its history and the actor's allowed actions. */
export const getTask = query({
  name: "task.get",
  permissions: ["task.view"],
  input: z.strictObject({ taskId: id }),
  read: async (ctx, { taskId }): Promise<TaskCard> => {
    const [row] = await ctx.db.read<TaskCardRow>(TASK_CARD, [ctx.now.toISOString(), taskId]);
    if (row === undefined || !can(ctx.actor, "task.view", { objectId: row.objectId })) throw notFound();
    return { ...presentTask(ctx, row), ladder: await readLadder(ctx, row) };
  },
});
