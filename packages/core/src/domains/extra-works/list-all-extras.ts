import { type ExtraSummary, listAllExtrasQuery } from "@stsphera/contracts";
import { instantText, pagedQuery } from "../../kernel/index.ts";
import { EXTRA_COLUMNS, type ExtraSummaryRow } from "./extra-sql.ts";
import { filterExtras } from "./filter-extras.ts";
import { presentSummary } from "./present-extra.ts";

type Row = ExtraSummaryRow & { since: string };

/** Extra works of all objects of the reader, those that wait longest first. */
export const listAllExtras = pagedQuery({
  name: "extra.all",
  permissions: ["extra.view"],
  input: listAllExtrasQuery,
  // Everybody may call this: extra works of objects without the right are left out.
  authorize: () => undefined,
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
  where: (asked, ctx, filters) => filterExtras(asked, ctx, filters),
  present: (ctx, { since: _since, ...row }: Row): ExtraSummary => presentSummary(ctx, row),
});
