import type { Asked, Context } from "../../kernel/index.ts";
import { DEFECT_COLUMNS, type DefectSummaryRow } from "./defect-sql.ts";

/** A row of a list before it is presented. */
export type ListedDefect = DefectSummaryRow & { rank: number };

/** Worded like the indexes. */
export const WORST_FIRST = {
  value: { sql: "t.rank", type: "integer" as const, of: ({ rank }: ListedDefect) => String(rank) },
  id: "t.id",
};

export function selectDefects(asked: Asked, ctx: Pick<Context, "now">) {
  asked(ctx.now.toISOString(), "timestamptz");
  return { columns: `${DEFECT_COLUMNS}, t.rank`, from: "defects t join objects o on o.id = t.object_id" };
}
