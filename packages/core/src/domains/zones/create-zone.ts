import { createZoneInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { z } from "zod";
import { command, insertRow } from "../../kernel/index.ts";
import { foremanNamed, lockSeenObject } from "../objects/index.ts";
import { writeZoneDecisions } from "../rights/index.ts";
import { assertMayManageZones, readZone } from "./load-zone.ts";
import { assertZone } from "./zone-rules.ts";

/** Marks out a zone of an object. */
export const createZone = command({
  name: "zone.create",
  permissions: ["zone.manage"],
  input: z.strictObject({ objectId: id, ...createZoneInput.shape }),
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object) => assertMayManageZones(ctx, object),
  execute: async (tx, { ctx, input }) => {
    await assertZone(tx, input, null);
    const values = { ...input, withoutForemanSince: input.foremanId === null ? ctx.now : null };
    const row = await insertRow(tx, schema.zones, values);
    await writeZoneDecisions(tx, row);
    const subject = { entityType: "zone", entityId: row.id, objectId: row.objectId };
    return {
      result: await readZone(tx, row.id),
      changes: [{ ...subject, before: null, after: input }],
      events: [
        { ...subject, type: "zone.created", payload: { name: row.name, foremanId: row.foremanId } },
        ...foremanNamed(row, null),
      ],
    };
  },
});
