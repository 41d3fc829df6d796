import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, personOf, query } from "../../kernel/index.ts";
import { readableBy, readableSql } from "./readable-sql.ts";

type Row = { category: string; unread: number };

const UNREAD = `
  select n.category, count(*)::integer as unread from notifications n
  where n.user_id = $1 and n.read_at is null and ${readableSql({ own: "$2", working: "$3", bound: "$4", held: "$5" })}
  group by n.category order by n.category`;

/** Number of the actor's unread notifications, in total and by category. */
export const notificationSummary = query({
  name: "notification.summary",
  permissions: ["notifications.own"],
  input: z.strictObject({}),
  read: async (ctx): Promise<{ unread: number; byCategory: Record<string, number> }> => {
    if (!can(ctx.actor, "notifications.own")) throw forbidden("notifications.own");
    const readable = readableBy(ctx.actor);
    const rows = await ctx.db.read<Row>(UNREAD, [
      personOf(ctx).id,
      readable.own,
      readable.working,
      readable.bound,
      readable.held,
    ]);
    return {
      unread: rows.reduce((sum, row) => sum + row.unread, 0),
      byCategory: Object.fromEntries(rows.map((row) => [row.category, row.unread])),
    };
  },
});
