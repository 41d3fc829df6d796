import { id, removeZoneInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, writeDecisions } from "../../kernel/index.ts";
import { zoneSubject } from "../rights/index.ts";
import { assertMayChangeZone, lockZone } from "./load-zone.ts";

/** Removes a zone; cells and entries are not touched. */
export const removeZone = command({
  name: "zone.remove",
  permissions: ["zone.manage"],
  input: z.strictObject({ zoneId: id, ...removeZoneInput.shape }),
  load: (tx, ctx, { zoneId }) => lockZone(tx, ctx, zoneId),
  authorize: (ctx, target, { version }) => assertMayChangeZone(ctx, target, version),
  execute: async (tx, { target: { zone } }) => {
    await writeDecisions(tx, zoneSubject(zone), []);
    await tx.delete(schema.zones).where(eq(schema.zones.id, zone.id));
    const { id: entityId, objectId, name, facadeId, fromFloorId, toFloorId, axes, foremanId } = zone;
    const before = { name, facadeId, fromFloorId, toFloorId, axes, foremanId };
    const subject = { entityType: "zone", entityId, objectId };
    return {
      result: { id: entityId },
      changes: [{ ...subject, before, after: null }],
      events: [{ ...subject, type: "zone.removed", payload: { name: zone.name } }],
    };
  },
});
