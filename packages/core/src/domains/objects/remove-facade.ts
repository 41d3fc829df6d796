import { id, removePartInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, type Tx } from "../../kernel/index.ts";
import { assertMayChangePart, lockFacade } from "./lock-part.ts";
import { assertNoZones, partRemoved, removeCells } from "./remove-part.ts";

const { facades, floorVolumes, gprRows, gprVersions, zones } = schema;

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
    await assertNotPlanned(tx, part);
    await tx.delete(facades).where(eq(facades.id, part.id));
    return partRemoved(tx, object, "facade", part, cells);
  },
});

/** Rows of the schedule that name the facade keep it: a signed version stays as it was signed. */
async function assertNotPlanned(tx: Tx, { id, objectId }: { id: number; objectId: number }): Promise<void> {
  const [row] = await tx
    .select({ key: gprRows.key })
    .from(gprVersions)
    .innerJoin(gprRows, eq(gprRows.gprId, gprVersions.id))
    .where(and(eq(gprVersions.objectId, objectId), eq(gprRows.facadeId, id)))
    .limit(1);
  if (row !== undefined) throw new DomainError("conflict", { sentence: "facade_in_gpr" });
}
