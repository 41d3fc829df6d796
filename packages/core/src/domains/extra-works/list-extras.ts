import { type ExtraSummary, id, listExtrasQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, instantText, notFound, pagedQuery } from "../../kernel/index.ts";
import { EXTRA_COLUMNS, EXTRA_STATES, type ExtraSummaryRow } from "./extra-sql.ts";
import { presentSummary } from "./present-extra.ts";

type Row = ExtraSummaryRow & { since: string };

/** Extra works of an object, those that wait longest first: without a written notice nobody pays. */
export const listExtras = pagedQuery({
  name: "extra.list",
  permissions: ["extra.view"],
  input: z.strictObject({ objectId: id, ...listExtrasQuery.shape }),
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "extra.view", { objectId })) throw forbidden("extra.view");
  },
  sort: () => ({
    value: { sql: "t.stage_since", type: "timestamptz", of: (row: Row) => row.since },
    id: "t.id",
  }),
  select: (asked, ctx) => {
    asked(ctx.now.toISOString(), "timestamptz");
    return {
      columns: `${EXTRA_COLUMNS}, ${instantText("t.stage_since")} as since`,
      from: "extra_works t join objects o on o.id = t.object_id",
    };
  },
  where: (asked, _ctx, { objectId, state }) => [
    `t.object_id = ${asked(objectId, "integer")}`,
    state !== "all" && EXTRA_STATES[state],
  ],
  present: (ctx, { since: _since, ...row }: Row): ExtraSummary => presentSummary(ctx, row),
});
