import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, notFound, personOf } from "../../kernel/index.ts";

const { notifications } = schema;

/** Marks one of the actor's notifications as read; a repetition changes nothing. */
export const markNotificationRead = command({
  name: "notification.mark_read",
  permissions: ["notifications.own"],
  quiet: true,
  input: z.strictObject({ notificationId: id }),
  load: async (tx, ctx, { notificationId }) => {
    const mine = and(eq(notifications.id, notificationId), eq(notifications.userId, personOf(ctx).id));
    const [row] = await tx.select().from(notifications).where(mine).for("update");
    if (row === undefined) throw notFound();
    return row;
  },
  authorize: (ctx) => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
  },
  execute: async (tx, { ctx, target: row }) => {
    const readAt = row.readAt ?? ctx.now;
    await tx.update(notifications).set({ readAt }).where(eq(notifications.id, row.id));
    const change = {
      entityType: "notification",
      entityId: row.id,
      objectId: row.objectId,
      before: { readAt: row.readAt?.toISOString() ?? null },
      after: { readAt: readAt.toISOString() },
    };
    return { result: { id: row.id, readAt: readAt.toISOString() }, changes: [change], events: [] };
  },
});
