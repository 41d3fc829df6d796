import { type FailedDelivery, listFailedDeliveriesQuery } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { forbidden, instantText, pagedQuery, personJson } from "../../../kernel/index.ts";
import { failedOfWeek } from "./failed-sql.ts";
import { REPEATABLE } from "./repeatable-sql.ts";

const COLUMNS = `d.id::float8 as id, ${instantText("d.created_at")} as at, ${personJson("d.user_id")} as person,
    coalesce((select n.title from notifications n where n.id = d.notification_id),
      (select c.title from object_chats c where c.id = d.chat_link_id)) as title, d.error,
    ${instantText("d.rung_at")} as "rungAt",
    ${REPEATABLE} as "mayRepeat"`;

/** Messages of a week that Telegram rejected for good, newest first; health tells their number. */
export const listFailedDeliveries = pagedQuery({
  name: "delivery.list_failed",
  permissions: ["settings.manage"],
  input: listFailedDeliveriesQuery,
  authorize: ({ actor }) => {
    if (!can(actor, "settings.manage")) throw forbidden("settings.manage");
  },
  sort: () => ({ id: "d.id", idType: "bigint", descending: true }),
  select: () => ({ columns: COLUMNS, from: "deliveries d left join users u on u.id = d.user_id" }),
  where: (asked, { now }) => [failedOfWeek(asked(now.toISOString(), "timestamptz"))],
  present: (_ctx, row: FailedDelivery) => row,
});
