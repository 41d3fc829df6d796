import { listNotificationsQuery, type Notification, type NotificationPage } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import type { z } from "zod";
import {
  allOf,
  forbidden,
  instantText,
  listText,
  openCursor,
  personOf,
  type Position,
  query,
  toPage,
} from "../../kernel/index.ts";

type Filters = Omit<z.output<typeof listNotificationsQuery>, "limit" | "cursor">;

const COLUMNS = `n.id, n.type, n.category, n.priority, n.title, n.text, n.object_id as "objectId",
    n.entity_type as "entityType", n.entity_id as "entityId", n.deep_link as "deepLink", n.actions,
    ${instantText("n.read_at")} as "readAt",
    ${instantText("n.created_at")} as "createdAt",
    ${instantText("n.updated_at")} as "updatedAt"`;

const listStatement = (person: number, { category, unread }: Filters, from: Position | null, rows: number) =>
  listText(
    (asked) => `
  select ${COLUMNS}
  from notifications n
  where ${allOf(
    `n.user_id = ${asked(person, "integer")}`,
    category !== undefined && `n.category = ${asked(category, "text")}`,
    unread && "n.read_at is null",
    from !== null &&
      `(n.updated_at, n.id) < (${asked(from.value, "text")}::timestamptz, ${asked(from.id, "integer")})`,
  )}
  order by n.updated_at desc, n.id desc
  limit ${asked(rows, "integer")}`,
  );

/** One's own notifications, the newest first. */
export const listNotifications = query({
  name: "notification.list",
  permissions: ["notifications.own"],
  input: listNotificationsQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<NotificationPage> => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
    const from = openCursor(cursor, filters);
    const { text, params } = listStatement(personOf(ctx).id, filters, from, limit + 1);
    const rows = await ctx.db.read<Notification>(text, params);
    return toPage(rows, limit, filters, (row) => row.updatedAt);
  },
});
