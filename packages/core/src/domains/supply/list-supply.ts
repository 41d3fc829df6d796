import { id, listAllSupplyQuery, listSupplyQuery, type SupplySummary } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  type Asked,
  type Context,
  forbidden,
  notFound,
  pagedQuery,
  personOf,
  textHas,
  withinReach,
} from "../../kernel/index.ts";
import { presentSummary } from "./present-supply.ts";
import { LATE, SUPPLY_COLUMNS, SUPPLY_STATES, type SupplySummaryRow } from "./supply-sql.ts";

type Filters = {
  state: keyof typeof SUPPLY_STATES;
  requester?: "me" | undefined;
  late?: boolean | undefined;
  search?: string | undefined;
};

/** Conditions that lists of orders `t` share; $1 is the current instant. */
const filtered = (
  asked: Asked,
  ctx: Context,
  { state, requester, late, search }: Filters,
): readonly (string | false)[] => [
  state !== "all" && SUPPLY_STATES[state],
  requester === "me" && `t.requester_id = ${asked(personOf(ctx).id, "integer")}`,
  late === true && LATE,
  search !== undefined &&
    search !== "" &&
    textHas(
      `concat_ws(' ', 'ЗК-' || t.number, t.supplier, (select string_agg(l.name, ' ') from supply_lines l where l.order_id = t.id))`,
      asked(search, "text"),
    ),
];

function select(asked: Asked, ctx: Pick<Context, "now">) {
  asked(ctx.now.toISOString(), "timestamptz");
  return { columns: SUPPLY_COLUMNS, from: "supply_orders t join objects o on o.id = t.object_id" };
}

/** Orders of an object, the newest first. */
export const listSupply = pagedQuery({
  name: "supply.list",
  permissions: ["supply.view"],
  input: z.strictObject({ objectId: id, ...listSupplyQuery.shape }),
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "supply.view", { objectId })) throw forbidden("supply.view");
  },
  sort: () => ({ id: "t.id", descending: true }),
  select,
  where: (asked, ctx, { objectId, ...filters }) => [
    `t.object_id = ${asked(objectId, "integer")}`,
    ...filtered(asked, ctx, filters),
  ],
  present: (ctx, row: SupplySummaryRow): SupplySummary => presentSummary(ctx, row),
});

/** Orders of all objects of the reader, the newest first. */
export const listAllSupply = pagedQuery({
  name: "supply.all",
  permissions: ["supply.view"],
  input: listAllSupplyQuery,
  // Everybody may call this: orders of objects without the right are left out.
  authorize: () => undefined,
  sort: () => ({ id: "t.id", descending: true }),
  select,
  where: (asked, ctx, { objectId, ...filters }) => [
    withinReach(asked, ctx.actor, "supply.view", "t.object_id"),
    objectId !== undefined && `t.object_id = ${asked(objectId, "integer")}`,
    ...filtered(asked, ctx, filters),
  ],
  present: (ctx, row: SupplySummaryRow): SupplySummary => presentSummary(ctx, row),
});
