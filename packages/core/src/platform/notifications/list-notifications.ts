import { listNotificationsQuery, type Notification } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { forbidden, instantText, pagedQuery, personOf } from "../../kernel/index.ts";
import { readableBy, readableSql } from "./readable-sql.ts";

const COLUMNS = `n.id, n.type, n.category, n.priority, n.title, n.text, n.object_id as "objectId",
    n.entity_type as "entityType", n.entity_id as "entityId", n.deep_link as "deepLink", n.actions,
    ${instantText("n.read_at")} as "readAt",
    ${instantText("n.created_at")} as "createdAt",
    ${instantText("n.updated_at")} as "updatedAt"`;

/** The actor's own notifications, newest first; as far as they may be read now. */
export const listNotifications = pagedQuery({
  name: "notification.list",
  permissions: ["notifications.own"],
  input: listNotificationsQuery,
  authorize: (ctx) => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
  },
  sort: () => ({
    value: { sql: "n.updated_at", type: "timestamptz", of: (row: Notification) => row.updatedAt },
    id: "n.id",
    descending: true,
  }),
  select: () => ({ columns: COLUMNS, from: "notifications n" }),
  where: (asked, ctx, { category, unread }) => {
    const readable = readableBy(ctx.actor);
    return [
      `n.user_id = ${asked(personOf(ctx).id, "integer")}`,
      readableSql({
        own: asked(readable.own, "integer[]"),
        working: asked(readable.working, "integer[]"),
        bound: asked(readable.bound, "text[]"),
        held: asked(readable.held, "text[]"),
      }),
      category !== undefined && `n.category = ${asked(category, "text")}`,
      unread === true && "n.read_at is null",
    ];
  },
  present: (_ctx, row) => row,
});
