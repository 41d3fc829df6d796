import { type FactPage, id, listFactsQuery } from "@stsphera/contracts";
import { can, limitOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  allOf,
  forbidden,
  listText,
  notFound,
  openCursor,
  type Position,
  query,
  toPage,
} from "../../kernel/index.ts";
import { FACT_COLUMNS, FACT_TABLES, type FactRow, presentFact } from "./fact-row.ts";

const SORTS = {
  "-date": { column: "f.date", type: "date", text: "f.date::text" },
  "-createdAt": {
    column: "f.created_at",
    type: "timestamptz",
    text: `to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  },
} as const;

type Filters = Omit<z.output<typeof listFactsQuery>, "limit" | "cursor">;

const listStatement = (objectId: number, filters: Filters, from: Position | null, rows: number) =>
  listText((asked) => {
    const { column, type, text } = SORTS[filters.sort];
    const { from: first, to: last, status, workTypeId, floorVolumeId } = filters;
    return `
  select ${FACT_COLUMNS}, ${text} as "sortValue"
  from ${FACT_TABLES}
  where ${allOf(
    `f.object_id = ${asked(objectId, "integer")}`,
    first !== undefined && `f.date >= ${asked(first, "date")}`,
    last !== undefined && `f.date <= ${asked(last, "date")}`,
    status !== undefined && `f.status = ${asked(status, "text")}`,
    workTypeId !== undefined && `f.work_type_id = ${asked(workTypeId, "integer")}`,
    floorVolumeId !== undefined && `f.floor_volume_id = ${asked(floorVolumeId, "integer")}`,
    from !== null &&
      `(${column}, f.id) < (${asked(from.value, "text")}::${type}, ${asked(from.id, "integer")})`,
  )}
  order by ${column} desc, f.id desc
  limit ${asked(rows, "integer")}`;
  });

/** The entries of an object as the ledger holds them, reversals too; an observer sees the confirmed ones. */
export const listFacts = query({
  name: "fact.list",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...listFactsQuery.shape }),
  read: async (ctx, { objectId, cursor, limit, ...filters }): Promise<FactPage> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.view", { objectId })) throw forbidden("fact.view");
    const confirmedOnly = limitOn(ctx.actor, "fact.view", { objectId }) === "confirmed_only";
    const at = openCursor(cursor, { objectId, ...filters });
    const wish = confirmedOnly ? { ...filters, status: "confirmed" as const } : filters;
    const { text, params } = listStatement(objectId, wish, at, limit + 1);
    const rows = await ctx.db.read<FactRow & { sortValue: string }>(text, params);
    const page = toPage(rows, limit, { objectId, ...filters }, (row) => row.sortValue);
    return {
      items: page.items.map(({ sortValue: _sortValue, ...row }) => presentFact(ctx, row)),
      nextCursor: page.nextCursor,
    };
  },
});
