import { listUsersQuery } from "@stsphera/contracts";
import { can, type Department, departmentOf, type Role, ROLE_CODES } from "@stsphera/rbac";
import { forbidden, instantText, pagedQuery, type Sort, nameFound } from "../../kernel/index.ts";
import { type CardRow, presentUser } from "./present-user.ts";

type Row = Pick<
  CardRow,
  "id" | "telegramId" | "fullName" | "role" | "locale" | "timeZone" | "status" | "createdAt" | "version"
>;

const COLUMNS = `u.id, u.telegram_id::text as "telegramId", u.full_name as "fullName", u.role, u.locale,
    u.time_zone as "timeZone", u.status, u.version,
    ${instantText("u.created_at")} as "createdAt"`;

const SORTS: Readonly<Record<"name" | "-createdAt", Sort<Row>>> = {
  name: { value: { sql: "u.full_name", type: "text", of: (row) => row.fullName }, id: "u.id" },
  "-createdAt": {
    value: { sql: "u.created_at", type: "timestamptz", of: (row) => row.createdAt },
    id: "u.id",
    descending: true,
  },
};

const rolesIn = (department: Department): Role[] =>
  ROLE_CODES.filter((role) => departmentOf(role) === department);

/** The users of the company, page by page. Inactive ones are listed only for users who manage people. */
export const listUsers = pagedQuery({
  name: "user.list",
  permissions: ["org.view"],
  input: listUsersQuery,
  authorize: (ctx) => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
  },
  sort: ({ sort }) => SORTS[sort],
  select: () => ({ columns: COLUMNS, from: "users u" }),
  where: (asked, ctx, { status, role, department, search }) => [
    !can(ctx.actor, "users.manage") && "u.status = 'active'",
    status === undefined && "u.status <> 'erased'",
    status !== undefined && `u.status = ${asked(status, "text")}`,
    role !== undefined && `u.role = ${asked(role, "text")}`,
    department !== undefined &&
      `u.role = any (array(select unnest(${asked(rolesIn(department), "text[]")})))`,
    ...(search === undefined ? [] : nameFound("u.full_name", search, asked)),
  ],
  present: (_ctx, row: Row) => ({ ...presentUser(row), createdAt: row.createdAt, version: row.version }),
});
