import { id, removePartInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command } from "../../kernel/index.ts";
import { assertMayChangePart, lockFacade } from "./lock-part.ts";
import { assertNoZones, partRemoved, removeCells } from "./remove-part.ts";

const { facades, floorVolumes, zones } = schema;

/** Removes a facade without facts from the object, with its cells. */
export const removeFacade = command({
  name: "facade.remove",
  permissions: ["object.edit"],
  input: z.strictObject({ facadeId: id, ...removePartInput.shape }),
  load: (tx, ctx, { facadeId }) => lockFacade(tx, ctx, facadeId),
  authorize: (ctx, target, { version }) => assertMayChangePart(ctx, target, version),
  execute: async (tx, { target: { object, part } }) => {
    const cells = await removeCells(tx, object.id, eq(floorVolumes.facadeId, part.id), "facade_has_facts");
    await assertNoZones(tx, eq(zones.facadeId, part.id), "facade_has_zones");
    await tx.delete(facades).where(eq(facades.id, part.id));
    return partRemoved(tx, object, "facade", part, cells);
  },
});
