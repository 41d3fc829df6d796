import { NOTIFICATION_CATEGORIES } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, personOf } from "../../kernel/index.ts";

const { notifications } = schema;

/** Marks all of the actor's notifications as read, or those of one category. */
export const markAllNotificationsRead = command({
  name: "notification.mark_all_read",
  permissions: ["notifications.own"],
  quiet: true,
  input: z.strictObject({ category: z.enum(NOTIFICATION_CATEGORIES).optional() }),
  load: async (_tx, ctx) => personOf(ctx),
  authorize: (ctx) => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
  },
  execute: async (tx, { ctx, input: { category }, target: person }) => {
    const unread = and(
      eq(notifications.userId, person.id),
      isNull(notifications.readAt),
      category === undefined ? undefined : eq(notifications.category, category),
    );
    const marked = await tx
      .update(notifications)
      .set({ readAt: ctx.now })
      .where(unread)
      .returning({ id: notifications.id });
    const ids = marked.map((row) => row.id).sort((a, b) => a - b);
    const change = {
      entityType: "user",
      entityId: person.id,
      objectId: null,
      before: { unreadNotifications: ids },
      after: { unreadNotifications: [], readAt: ctx.now.toISOString() },
    };
    return { result: { marked: ids.length }, changes: [change], events: [] };
  },
});
