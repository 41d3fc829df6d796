import { type FacadeMap, facadeMapQuery, id } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, notFound, query } from "../../kernel/index.ts";
import { seesConfirmedOnly, sumsFor } from "./counted-sums.ts";
import { facadeMapText } from "./read-facade-map.ts";

/** Floors × facades of one work or group in its unit, or of all works in norm hours; from the ground up. */
export const getFacadeMap = query({
  name: "object.facade_map",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...facadeMapQuery.shape }),
  read: async (ctx, { objectId, workTypeId }): Promise<FacadeMap> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.view", { objectId })) throw forbidden("fact.view");
    const [map] = await ctx.db.read<FacadeMap>(facadeMapText(sumsFor(ctx.actor, objectId)), [
      objectId,
      ctx.now.toISOString(),
      typeof workTypeId === "string" ? workTypeId : null,
      typeof workTypeId === "number" ? workTypeId : null,
      seesConfirmedOnly(ctx.actor, objectId),
    ]);
    if (map === undefined) throw notFound();
    return map;
  },
});
