import { listUsersQuery, type UserPage } from "@stsphera/contracts";
import { can, type Department, departmentOf, type Role, ROLE_CODES } from "@stsphera/rbac";
import { forbidden, openCursor, query, toPage } from "../kernel/index.ts";
import { type CardRow, presentUser } from "./present-user.ts";

type Row = Pick<
  CardRow,
  "id" | "telegramId" | "fullName" | "role" | "locale" | "timeZone" | "status" | "createdAt" | "version"
>;

const listText = (after: string, order: string) => `
  select u.id, u.telegram_id::text as "telegramId", u.full_name as "fullName", u.role, u.locale,
    u.time_zone as "timeZone", u.status, u.version,
    to_char(u.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
  from users u
  where (u.status = 'active' or $1::boolean)
    and ($2::text is null or u.status = $2)
    and ($3::text is null or u.role = $3)
    and ($8::text[] is null or u.role = any(array(select unnest($8::text[]))))
    and ($4::text is null or position(lower($4 collate "ru-x-icu") in lower(u.full_name collate "ru-x-icu")) > 0)
    and ($6::integer is null or ${after})
  order by ${order}
  limit $7`;

const TEXTS = {
  name: listText(
    `(u.full_name collate "ru-x-icu", u.id) > ($5::text collate "ru-x-icu", $6::integer)`,
    `u.full_name collate "ru-x-icu", u.id`,
  ),
  "-createdAt": listText(
    `(u.created_at, u.id) < ($5::text::timestamptz, $6::integer)`,
    `u.created_at desc, u.id desc`,
  ),
} as const;

const rolesIn = (department: Department): Role[] =>
  ROLE_CODES.filter((role) => departmentOf(role) === department);

/** The people of the company, page by page. Those who are not active are listed for whoever manages people. */
export const listUsers = query({
  name: "user.list",
  permissions: ["org.view"],
  input: listUsersQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<UserPage> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const from = openCursor(cursor, filters);
    const rows = await ctx.db.read<Row>(TEXTS[filters.sort], [
      can(ctx.actor, "users.manage"),
      filters.status ?? null,
      filters.role ?? null,
      filters.search || null,
      from?.value ?? null,
      from?.id ?? null,
      limit + 1,
      filters.department === undefined ? null : rolesIn(filters.department),
    ]);
    const page = toPage(rows, limit, filters, (row) =>
      filters.sort === "name" ? row.fullName : row.createdAt,
    );
    return {
      items: page.items.map((row) => ({
        ...presentUser(row),
        createdAt: row.createdAt,
        version: row.version,
      })),
      nextCursor: page.nextCursor,
    };
  },
});
