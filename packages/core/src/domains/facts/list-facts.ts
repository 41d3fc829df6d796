import { id, listFactsQuery } from "@stsphera/contracts";
import { can, limitOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  type Asked,
  type Context,
  dayText,
  forbidden,
  notFound,
  pagedQuery,
  type Sort,
} from "../../kernel/index.ts";
import { FACT_COLUMNS, FACT_TABLES, type FactRow, presentFact } from "./fact-row.ts";

type Row = FactRow & { sortValue: string };

const of = (row: Row) => row.sortValue;
const SORTS: Readonly<Record<"-date" | "-createdAt", { sort: Sort<Row>; text: string }>> = {
  "-date": {
    sort: { value: { sql: "f.date", type: "date", of }, id: "f.id", descending: true },
    text: "f.date::text",
  },
  "-createdAt": {
    sort: { value: { sql: "f.created_at", type: "timestamptz", of }, id: "f.id", descending: true },
    text: `to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  },
};

const seesConfirmedOnly = ({ actor }: Context, objectId: number): boolean =>
  limitOn(actor, "fact.view", { objectId }) === "confirmed_only";

/** Computed once, so that the index by day serves. */
const todayOf = (asked: Asked, { now }: Context, objectId: number): string =>
  `(select ${dayText(asked(now.toISOString(), "timestamptz"), "t")} from objects t where t.id = ${asked(objectId, "integer")})`;

/** The ledger entries of an object, including reversals; an observer sees only confirmed ones and may ask for no others. */
export const listFacts = pagedQuery({
  name: "fact.list",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...listFactsQuery.shape }),
  authorize: (ctx, { objectId, status = "confirmed" }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.view", { objectId })) throw forbidden("fact.view");
    if (status !== "confirmed" && seesConfirmedOnly(ctx, objectId))
      throw forbidden("fact.view", "observer_sees_confirmed");
  },
  sort: ({ sort }) => SORTS[sort].sort,
  select: (_asked, _ctx, { sort }) => ({
    columns: `${FACT_COLUMNS}, ${SORTS[sort].text} as "sortValue"`,
    from: FACT_TABLES,
  }),
  where: (asked, ctx, { objectId, from, to, day, workTypeId, floorVolumeId, ...input }) => {
    const confirmedOnly = seesConfirmedOnly(ctx, objectId);
    const status = confirmedOnly ? "confirmed" : input.status;
    return [
      `f.object_id = ${asked(objectId, "integer")}`,
      from !== undefined && `f.date >= ${asked(from, "date")}`,
      to !== undefined && `f.date <= ${asked(to, "date")}`,
      day !== undefined && `f.date = ${todayOf(asked, ctx, objectId)}`,
      confirmedOnly && "r.id is null",
      status !== undefined && `f.status = ${asked(status, "text")}`,
      workTypeId !== undefined && `f.work_type_id = ${asked(workTypeId, "integer")}`,
      floorVolumeId !== undefined && `f.floor_volume_id = ${asked(floorVolumeId, "integer")}`,
    ];
  },
  present: (ctx, { sortValue: _sortValue, ...row }: Row) => presentFact(ctx, row),
});
