import { schema } from "@stsphera/db";
import type { Context } from "../../kernel/index.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import { taskOf } from "./rows.ts";

/** A task that the foreman has just taken. */
export async function takenTaskOf(ctx: Context, prepared: PreparedWorld): Promise<number> {
  const taskId = await taskOf(ctx, prepared, { version: 2, acceptedAt: ctx.now });
  const before = {
    status: "assigned",
    assigneeId: prepared.foreman.id,
    blockedReason: null,
    blockerUserId: null,
    blockerTaskId: null,
    blockedAt: null,
    assignedAt: ctx.now,
    acceptedAt: null,
    submittedAt: null,
    completedAt: null,
    statusSince: ctx.now,
    version: 1,
    kept: {},
  };
  await ctx.db.orm.insert(schema.entityMoves).values({
    entityType: "task",
    entityId: taskId,
    objectId: prepared.here.id,
    move: "take",
    from: "assigned",
    to: "in_progress",
    byId: prepared.foreman.id,
    at: ctx.now,
    before,
  });
  return taskId;
}

/** A checklist item of a task in work. */
export async function checklistItemOf(ctx: Context, prepared: PreparedWorld): Promise<number> {
  const [item] = await ctx.db.orm
    .insert(schema.taskChecklistItems)
    .values({ taskId: await taskOf(ctx, prepared), text: "Момент затяжки проверен", sort: 0 })
    .returning({ id: schema.taskChecklistItems.id });
  if (item === undefined) throw new Error("a line was not stored");
  return item.id;
}

/** The foreman's open deadline request. */
export async function requestOf(ctx: Context, prepared: PreparedWorld): Promise<number> {
  const [request] = await ctx.db.orm
    .insert(schema.rescheduleRequests)
    .values({
      taskId: await taskOf(ctx, prepared),
      objectId: prepared.here.id,
      requestedBy: prepared.foreman.id,
      fromDay: "2026-09-20",
      toDay: "2026-09-25",
      reason: "анкеры привезут позже",
      createdAt: ctx.now,
    })
    .returning({ id: schema.rescheduleRequests.id });
  if (request === undefined) throw new Error("a request was not stored");
  return request.id;
}
