import { id, removePartInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq, or } from "drizzle-orm";
import { z } from "zod";
import { command } from "../../kernel/index.ts";
import { assertMayChangePart, lockFloor } from "./lock-part.ts";
import { assertNoZones, partRemoved, removeCells } from "./remove-part.ts";

const { floors, floorVolumes, zones } = schema;

/** Removes a floor without facts from the object, with its cells. */
export const removeFloor = command({
  name: "floor.remove",
  permissions: ["object.edit"],
  input: z.strictObject({ floorId: id, ...removePartInput.shape }),
  load: (tx, ctx, { floorId }) => lockFloor(tx, ctx, floorId),
  authorize: (ctx, target, { version }) => assertMayChangePart(ctx, target, version),
  execute: async (tx, { target: { object, part } }) => {
    const cells = await removeCells(tx, object.id, eq(floorVolumes.floorId, part.id), "floor_has_facts");
    await assertNoZones(
      tx,
      or(eq(zones.fromFloorId, part.id), eq(zones.toFloorId, part.id)),
      "floor_has_zones",
    );
    await tx.delete(floors).where(eq(floors.id, part.id));
    return partRemoved(tx, object, "floor", part, cells);
  },
});
