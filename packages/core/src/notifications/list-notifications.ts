import { listNotificationsQuery, type Notification, type NotificationPage } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { forbidden, openCursor, personOf, query, toPage } from "../kernel/index.ts";

const MINE = `
  select n.id, n.type, n.category, n.priority, n.title, n.text, n.object_id as "objectId",
    n.entity_type as "entityType", n.entity_id as "entityId", n.deep_link as "deepLink", n.actions,
    to_char(n.read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "readAt",
    to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
    to_char(n.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"
  from notifications n
  where n.user_id = $1
    and ($2::text is null or n.category = $2)
    and (not $3::boolean or n.read_at is null)
    and ($5::integer is null or (n.updated_at, n.id) < ($4::text::timestamptz, $5::integer))
  order by n.updated_at desc, n.id desc
  limit $6`;

/** One's own notifications, the newest first. */
export const listNotifications = query({
  name: "notification.list",
  permissions: ["notifications.own"],
  input: listNotificationsQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<NotificationPage> => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
    const from = openCursor(cursor, filters);
    const rows = await ctx.db.read<Notification>(MINE, [
      personOf(ctx).id,
      filters.category ?? null,
      filters.unread,
      from?.value ?? null,
      from?.id ?? null,
      limit + 1,
    ]);
    return toPage(rows, limit, filters, (row) => row.updatedAt);
  },
});
