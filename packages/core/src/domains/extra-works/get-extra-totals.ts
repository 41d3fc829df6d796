import { type ExtraTotals, extraTotalsQuery } from "@stsphera/contracts";
import { allOf, listText, query, withinReach } from "../../kernel/index.ts";
import { filterExtras } from "./filter-extras.ts";

/** How many extra works a list has, how many are only said, and what they cost where the reader sees money. */
export const getExtraTotals = query({
  name: "extra.totals",
  permissions: ["extra.view"],
  input: extraTotalsQuery,
  read: async (ctx, filters): Promise<ExtraTotals> => {
    const { text, params } = listText((asked) => {
      const money = withinReach(asked, ctx.actor, "object.money", "t.object_id") || "true";
      return `select count(*)::int as count, count(*) filter (where t.stage = 'verbal')::int as verbal,
          sum(t.price) filter (where ${money})::text as price,
          count(*) filter (where t.price is null and ${money})::int as unpriced
        from extra_works t join objects o on o.id = t.object_id
        where ${allOf(...filterExtras(asked, ctx, filters))}`;
    });
    const [totals] = await ctx.db.read<ExtraTotals>(text, params);
    if (totals === undefined) throw new Error("nothing was counted");
    return totals;
  },
});
