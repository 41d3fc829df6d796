import { listUsersQuery, type UserPage } from "@stsphera/contracts";
import { can, type Department, departmentOf, type Role, ROLE_CODES } from "@stsphera/rbac";
import type { z } from "zod";
import {
  allOf,
  forbidden,
  instantText,
  listText,
  openCursor,
  type Position,
  query,
  textHas,
  toPage,
} from "../../kernel/index.ts";
import { type CardRow, presentUser } from "./present-user.ts";

type Row = Pick<
  CardRow,
  "id" | "telegramId" | "fullName" | "role" | "locale" | "timeZone" | "status" | "createdAt" | "version"
>;

const COLUMNS = `u.id, u.telegram_id::text as "telegramId", u.full_name as "fullName", u.role, u.locale,
    u.time_zone as "timeZone", u.status, u.version,
    ${instantText("u.created_at")} as "createdAt"`;

const SORTS = {
  name: {
    order: `u.full_name collate "ru-x-icu", u.id`,
    after: (value: string, userId: string) =>
      `(u.full_name collate "ru-x-icu", u.id) > (${value} collate "ru-x-icu", ${userId})`,
  },
  "-createdAt": {
    order: `u.created_at desc, u.id desc`,
    after: (value: string, userId: string) => `(u.created_at, u.id) < (${value}::timestamptz, ${userId})`,
  },
} as const;

type Filters = Omit<z.output<typeof listUsersQuery>, "limit" | "cursor">;

const listStatement = (
  filters: Filters,
  { all, from, rows }: { all: boolean; from: Position | null; rows: number },
) =>
  listText((asked) => {
    const { status, role, department, search, sort } = filters;
    return `
  select ${COLUMNS}
  from users u
  where ${allOf(
    !all && "u.status = 'active'",
    status !== undefined && `u.status = ${asked(status, "text")}`,
    role !== undefined && `u.role = ${asked(role, "text")}`,
    department !== undefined &&
      `u.role = any (array(select unnest(${asked(rolesIn(department), "text[]")})))`,
    search !== undefined && search !== "" && textHas("u.full_name", asked(search, "text")),
    from !== null && SORTS[sort].after(asked(from.value, "text"), asked(from.id, "integer")),
  )}
  order by ${SORTS[sort].order} limit ${asked(rows, "integer")}`;
  });

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
    const all = can(ctx.actor, "users.manage");
    const { text, params } = listStatement(filters, { all, from, rows: limit + 1 });
    const rows = await ctx.db.read<Row>(text, params);
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
