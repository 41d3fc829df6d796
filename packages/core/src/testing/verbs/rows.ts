import { randomUUID } from "node:crypto";
import type { FileStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";

/** A photo of the user on the object, of 1000 bytes. */
export async function photoOf(
  ctx: Context,
  actor: UserActor,
  objectId: number,
  status: FileStatus = "stored",
): Promise<number> {
  const [file] = await ctx.db.orm
    .insert(schema.files)
    .values({
      objectId,
      purpose: "photo",
      source: "upload",
      status,
      name: "фасад.jpg",
      contentType: "image/jpeg",
      size: 1000,
      storageKey: randomUUID(),
      uploadedBy: actor.id,
      createdAt: ctx.now,
    })
    .returning({ id: schema.files.id });
  if (file === undefined) throw new Error("a photo was not stored");
  return file.id;
}

/** An unread notification of the user. */
export async function notificationOf(ctx: Context, actor: UserActor): Promise<number> {
  const [row] = await ctx.db.orm
    .insert(schema.notifications)
    .values({
      userId: actor.id,
      key: randomUUID(),
      type: "fact.day_card",
      category: "facts",
      priority: "normal",
      title: "Факт за 8 сентября",
      text: "Юг, 1: 10 из 12",
      deepLink: "o1_fact",
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning({ id: schema.notifications.id });
  if (row === undefined) throw new Error("a notification was not stored");
  return row.id;
}

/** Id of a work type by its code. */
export async function workTypeId(ctx: Context, code: string): Promise<number> {
  const { workTypes } = schema;
  const [row] = await ctx.db.orm.select({ id: workTypes.id }).from(workTypes).where(eq(workTypes.code, code));
  if (row === undefined) throw new Error(`there is no work ${code}`);
  return row.id;
}

type NewTask = typeof schema.tasks.$inferInsert;

/** A task of the prepared object, created by a former member, assigned to the foreman. */
export async function taskOf(
  ctx: Context,
  { here, colleague, foreman }: { here: { id: number }; colleague: UserActor; foreman: UserActor },
  options: Partial<NewTask> = {},
): Promise<number> {
  const [task] = await ctx.db.orm
    .insert(schema.tasks)
    .values({
      objectId: here.id,
      title: "Проверить анкеры у оси 7",
      status: "in_progress",
      creatorId: colleague.id,
      assigneeId: foreman.id,
      deadline: "2026-09-20",
      createdAt: ctx.now,
      assignedAt: ctx.now,
      statusSince: ctx.now,
      ...options,
    })
    .returning({ id: schema.tasks.id });
  if (task === undefined) throw new Error("a task was not stored");
  return task.id;
}
