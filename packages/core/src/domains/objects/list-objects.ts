import { listObjectsQuery, type ObjectPage, type ObjectSummary } from "@stsphera/contracts";
import { type Actor, can, type Role, rolesOn, seesEveryObject, myObjectIds } from "@stsphera/rbac";
import type { z } from "zod";
import {
  allOf,
  type Context,
  listText,
  openCursor,
  type Position,
  query,
  textHas,
  toPage,
} from "../../kernel/index.ts";
import { ARCHIVE } from "./object-workflow.ts";
import { overdueTasks } from "./overdue-tasks.ts";
import { PROGRESS_PCT } from "./progress.ts";

type Row = Omit<ObjectSummary, "myRoles" | "overdueTasks"> & { overdueTasks: number };

type Filters = Omit<z.output<typeof listObjectsQuery>, "limit" | "cursor">;

const COLUMNS = `o.id, o.code, o.name, o.city, o.address, o.status, o.facade_types as "facadeTypes",
    o.deadline::text as deadline, o.version,
    ${PROGRESS_PCT} as "progressPct"`;

const SORTS = {
  name: {
    order: `o.name collate "ru-x-icu", o.id`,
    after: (value: string, objectId: string) =>
      `(o.name collate "ru-x-icu", o.id) > (${value} collate "ru-x-icu", ${objectId})`,
  },
  deadline: {
    order: `coalesce(o.deadline, 'infinity'), o.id`,
    after: (value: string, objectId: string) =>
      `(coalesce(o.deadline, 'infinity'), o.id) > (coalesce(${value}::date, 'infinity'), ${objectId})`,
  },
} as const;

/** PostgreSQL counts what is overdue after it has cut the page, so for its rows alone. */
const listStatement = (
  ctx: Context,
  filters: Filters,
  { from, rows }: { from: Position | null; rows: number },
) =>
  listText((asked) => {
    const { scope, status, archive, search, facadeType, sort } = filters;
    const everywhere = scope === "all" && seesEveryObject(ctx.actor);
    const mine = () => `array(select unnest(${asked(myObjectIds(ctx.actor), "integer[]")}))`;
    const archived = () => `o.status = any (${asked([...ARCHIVE], "text[]")})`;
    const found = () => textHas("concat_ws(' ', o.code, o.name, o.address)", asked(search, "text"));
    return `
  select ${COLUMNS}, ${overdueTasks(asked(ctx.now.toISOString(), "timestamptz"))} as "overdueTasks"
  from objects o left join object_sums s on s.object_id = o.id
  where ${allOf(
    !everywhere && `o.id = any (${mine()})`,
    status === undefined ? `${archive ? "" : "not "}${archived()}` : `o.status = ${asked(status, "text")}`,
    search !== undefined && search !== "" && found(),
    facadeType !== undefined && `${asked(facadeType, "text")} = any (o.facade_types)`,
    from !== null && SORTS[sort].after(asked(from.value, "text"), asked(from.id, "integer")),
  )}
  order by ${SORTS[sort].order} limit ${asked(rows, "integer")}`;
  });

/** The objects that exist for the asker, page by page; the archive apart, unless a status is named. */
export const listObjects = query({
  name: "object.list",
  permissions: ["object.view"],
  input: listObjectsQuery,
  read: async (ctx: Context, { limit, cursor, ...filters }): Promise<ObjectPage> => {
    const from = openCursor(cursor, filters);
    const { text, params } = listStatement(ctx, filters, { from, rows: limit + 1 });
    const rows = await ctx.db.read<Row>(text, params);
    const page = toPage(rows, limit, filters, (row) => (filters.sort === "name" ? row.name : row.deadline));
    const items = page.items.map((row) => present(ctx.actor, row));
    return { items, nextCursor: page.nextCursor };
  },
});

/** Written out field by field: a copy by spreading costs several times as much for each row. */
const present = (actor: Actor, row: Row): ObjectSummary => ({
  id: row.id,
  code: row.code,
  name: row.name,
  city: row.city,
  address: row.address,
  status: row.status,
  facadeTypes: row.facadeTypes,
  progressPct: row.progressPct,
  deadline: row.deadline,
  version: row.version,
  overdueTasks: can(actor, "task.view", { objectId: row.id }) ? row.overdueTasks : undefined,
  myRoles: rolesOn(actor, row.id) as Role[],
});
