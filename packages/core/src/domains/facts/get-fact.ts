import { type Fact, id } from "@stsphera/contracts";
import { can, limitOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../../kernel/index.ts";
import { FACT_COLUMNS, FACT_TABLES, type FactRow, presentFact } from "./fact-row.ts";

const STATEMENT = `select ${FACT_COLUMNS} from ${FACT_TABLES} where f.id = $1`;

/** One entry with its photos and allowed actions. */
export const getFact = query({
  name: "fact.get",
  permissions: ["fact.view"],
  input: z.strictObject({ factId: id }),
  read: async (ctx, { factId }): Promise<Fact> => {
    const [row] = await ctx.db.read<FactRow>(STATEMENT, [factId]);
    if (row === undefined || !sees(ctx.actor, row.objectId)) throw notFound();
    const target = { objectId: row.objectId };
    if (!can(ctx.actor, "fact.view", target)) throw forbidden("fact.view");
    const confirmedOnly = limitOn(ctx.actor, "fact.view", target) === "confirmed_only";
    if (confirmedOnly && row.status !== "confirmed") throw notFound();
    return presentFact(ctx, row);
  },
});
