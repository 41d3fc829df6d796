import type { NotificationSettings } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, personOf, query } from "../../kernel/index.ts";
import { USUAL_SETTINGS } from "./notification-settings.ts";

const MINE = `
  select s.muted, s.in_digest as "inDigest", to_char(s.quiet_from, 'HH24:MI') as "quietFrom", to_char(s.quiet_to, 'HH24:MI') as "quietTo",
    s.morning_digest as "morningDigest", to_char(s.digest_at, 'HH24:MI') as "digestAt", s.own_digest_time as "ownDigestTime",
    to_char(s.evening_at, 'HH24:MI') as "eveningAt", s.days_off as "daysOff", s.version
  from notification_settings s where s.user_id = $1`;

/** The actor's notification settings; the defaults with version 0 if nothing was saved. */
export const getNotificationSettings = query({
  name: "me.notification_settings",
  permissions: ["notifications.own"],
  input: z.strictObject({}),
  read: async (ctx): Promise<NotificationSettings> => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
    const [row] = await ctx.db.read<NotificationSettings>(MINE, [personOf(ctx).id]);
    return row ?? USUAL_SETTINGS;
  },
});
