import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { command, forbidden, nonEmpty, notFound } from "../../../kernel/index.ts";
import { lockEscalations } from "./find-escalations.ts";
import { MAX_ESCALATED } from "./late-ladder.ts";

/**
 * Escalates late tasks, each to the level it has reached: levels passed while nobody was told are not made up, and none
 * is told twice for one deadline. For a job.
 */
export const escalateTasks = command({
  name: "task.escalate",
  permissions: [],
  input: z.strictObject({ taskIds: z.array(id).min(1).max(MAX_ESCALATED) }),
  load: async (tx, ctx, { taskIds }) => {
    const due = await lockEscalations(tx, ctx, taskIds);
    if (due.length === 0) throw notFound();
    return due;
  },
  authorize: ({ actor }) => {
    if (actor.kind !== "system" || !can(actor, "settings.manage")) throw forbidden("settings.manage");
  },
  execute: async (tx, { ctx, target: due }) => {
    const { taskEscalations } = schema;
    await tx.insert(taskEscalations).values(
      due.map(({ taskId, deadline, level, lateDays }) => ({
        taskId,
        deadline,
        level,
        lateDays,
        at: ctx.now,
      })),
    );
    const of = ({ taskId, objectId }: (typeof due)[number]) => ({
      entityType: "task",
      entityId: taskId,
      objectId,
    });
    return {
      result: { escalated: due.length },
      changes: nonEmpty(
        due.map((task) => ({
          ...of(task),
          before: null,
          after: { deadline: task.deadline, lateDays: task.lateDays },
        })),
      ),
      events: due.map((task) => ({
        ...of(task),
        type: "task.escalated" as const,
        payload: { deadline: task.deadline, level: task.level, lateDays: task.lateDays },
      })),
    };
  },
});
