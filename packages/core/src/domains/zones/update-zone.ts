import { id, updateZoneInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { z } from "zod";
import { command, invalidField, updateRow } from "../../kernel/index.ts";
import { foremanNamed } from "../objects/index.ts";
import { writeZoneDecisions } from "../rights/index.ts";
import { assertMayChangeZone, lockZone, readZone } from "./load-zone.ts";
import { assertZone } from "./zone-rules.ts";

/** Changes a zone: its name, place, axes or foreman; fields that are absent stay. */
export const updateZone = command({
  name: "zone.update",
  permissions: ["zone.manage"],
  input: z.strictObject({ zoneId: id, ...updateZoneInput.shape }),
  load: (tx, ctx, { zoneId }) => lockZone(tx, ctx, zoneId),
  authorize: (ctx, target, { version }) => assertMayChangeZone(ctx, target, version),
  execute: async (tx, { ctx, input: { zoneId, version: _version, ...asked }, target: { zone } }) => {
    const { id: _id, version: _was, withoutForemanSince: since, ledSince: led, ...old } = zone;
    const next = {
      ...old,
      name: asked.name ?? old.name,
      facadeId: asked.facadeId ?? old.facadeId,
      fromFloorId: asked.fromFloorId ?? old.fromFloorId,
      toFloorId: asked.toFloorId ?? old.toFloorId,
      axes: asked.axes === undefined ? old.axes : asked.axes,
      foremanId: asked.foremanId === undefined ? old.foremanId : asked.foremanId,
    };
    const changed = (Object.keys(next) as (keyof typeof next)[]).filter((key) => next[key] !== old[key]);
    if (changed.length === 0) throw invalidField("", "nothing_to_change");
    await assertZone(tx, next, zone);
    const withoutForemanSince = next.foremanId === null ? (since ?? ctx.now) : null;
    const ledSince = next.foremanId === old.foremanId ? led : ctx.now;
    await updateRow(tx, schema.zones, zone, { ...next, withoutForemanSince, ledSince });
    await writeZoneDecisions(tx, { ...zone, ...next, withoutForemanSince });
    const subject = { entityType: "zone", entityId: zoneId, objectId: zone.objectId };
    const part = (of: typeof next) => Object.fromEntries(changed.map((key) => [key, of[key]]));
    return {
      result: await readZone(tx, zoneId),
      changes: [{ ...subject, before: part(old), after: part(next) }],
      events: [
        { ...subject, type: "zone.changed", payload: { name: next.name, foremanId: next.foremanId } },
        ...foremanNamed({ ...zone, ...next }, old.foremanId),
      ],
    };
  },
});
