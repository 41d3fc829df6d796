import { type NotificationSettings, saveNotificationSettingsInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, isGivenSession } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { assertVersion, command, forbidden, personOf } from "../../kernel/index.ts";
import { USUAL_SETTINGS } from "./notification-settings.ts";

const { notificationSettings } = schema;

/** Replaces the actor's notification settings. */
export const saveNotificationSettings = command({
  name: "me.save_notification_settings",
  permissions: ["notifications.own"],
  quiet: true,
  input: saveNotificationSettingsInput,
  load: async (tx, ctx): Promise<NotificationSettings> => {
    const [row] = await tx
      .select()
      .from(notificationSettings)
      .where(eq(notificationSettings.userId, personOf(ctx).id))
      .for("update");
    if (row === undefined) return USUAL_SETTINGS;
    const { userId: _userId, ...stored } = row;
    const { quietFrom, quietTo, digestAt, eveningAt } = stored;
    return {
      ...stored,
      quietFrom: quietFrom.slice(0, 5),
      quietTo: quietTo.slice(0, 5),
      digestAt: digestAt.slice(0, 5),
      eveningAt: eveningAt?.slice(0, 5) ?? null,
    };
  },
  authorize: (ctx, stored, { version }) => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
    if (isGivenSession(ctx.actor)) throw forbidden("notifications.own", "session_is_given");
    assertVersion(stored, version);
  },
  execute: async (tx, { ctx, input, target: stored }) => {
    const userId = personOf(ctx).id;
    const next = { ...input, version: stored.version + 1 };
    if (stored.version === 0) await tx.insert(notificationSettings).values({ userId, ...next });
    else await tx.update(notificationSettings).set(next).where(eq(notificationSettings.userId, userId));
    return {
      result: next satisfies NotificationSettings,
      changes: [
        {
          entityType: "notification_settings",
          entityId: userId,
          objectId: null,
          before: stored,
          after: next,
        },
      ],
      events: [],
    };
  },
});
