import { type FactPage, id, listFactsQuery } from "@stsphera/contracts";
import { can, limitOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, openCursor, query, toPage } from "../kernel/index.ts";
import { FACT_COLUMNS, FACT_TABLES, type FactRow, presentFact } from "./fact-row.ts";

const SORTS = {
  "-date": "f.date::text",
  "-createdAt": `to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
} as const;

const statement = (sort: keyof typeof SORTS) => `
  select ${FACT_COLUMNS}, ${SORTS[sort]} as "sortValue"
  from ${FACT_TABLES}
  where f.object_id = $1
    and ($2::date is null or f.date >= $2) and ($3::date is null or f.date <= $3)
    and ($4::text is null or f.status = $4)
    and ($5::int is null or f.work_type_id = $5)
    and ($6::int is null or f.floor_volume_id = $6)
    and ($7::text is null or (${SORTS[sort]}, f.id) < ($7, $8::int))
  order by ${sort === "-date" ? "f.date" : "f.created_at"} desc, f.id desc
  limit $9`;

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
    const rows = await ctx.db.read<FactRow & { sortValue: string }>(statement(filters.sort), [
      objectId,
      filters.from ?? null,
      filters.to ?? null,
      confirmedOnly ? "confirmed" : (filters.status ?? null),
      filters.workTypeId ?? null,
      filters.floorVolumeId ?? null,
      at?.value ?? null,
      at?.id ?? null,
      limit + 1,
    ]);
    const page = toPage(rows, limit, { objectId, ...filters }, (row) => row.sortValue);
    return {
      items: page.items.map(({ sortValue: _sortValue, ...row }) => presentFact(ctx, row)),
      nextCursor: page.nextCursor,
    };
  },
});
