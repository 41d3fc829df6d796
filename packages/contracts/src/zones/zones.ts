import { z } from "zod";
import { person } from "../shared/person.ts";
import { id, percent, shortLine, version } from "../shared/scalars.ts";

const place = z.object({ id, code: z.string() });

/** A part of a facade from one floor to another, in the order of the object's floors. */
export const zone = z
  .object({
    id,
    objectId: id,
    name: z.string(),
    facade: place,
    fromFloor: place,
    toFloor: place,
    axes: z.string().nullable(),
    foreman: person.nullable().meta({ description: "Null after the foreman has left: nobody leads it" }),
    version,
  })
  .meta({ id: "Zone" });
export type Zone = z.infer<typeof zone>;

const zoneRow = zone.extend({
  pct: percent.meta({ description: "Norm hours done of those planned in the zone" }),
  modules: z
    .object({ done: z.string(), plan: z.string() })
    .nullable()
    .meta({ description: "Modules installed and planned in the zone" }),
});
export type ZoneRow = z.infer<typeof zoneRow>;
export const zoneList = z.object({ items: z.array(zoneRow), canEdit: z.boolean() }).meta({ id: "ZoneList" });
export type ZoneList = z.infer<typeof zoneList>;

const zoneFields = {
  name: shortLine(1, 30),
  facadeId: id,
  fromFloorId: id,
  toFloorId: id,
  axes: shortLine(1, 60).nullable(),
  foremanId: id.nullable(),
};

export const createZoneInput = z
  .strictObject({
    ...zoneFields,
    axes: zoneFields.axes.default(null),
    foremanId: zoneFields.foremanId.default(null),
  })
  .meta({ id: "CreateZone" });
export const updateZoneInput = z
  .strictObject({ ...zoneFields, version })
  .partial()
  .required({ version: true })
  .meta({ id: "UpdateZone" });
export const removeZoneInput = z.strictObject({ version });
export const zoneRemoved = z.object({ id }).meta({ id: "ZoneRemoved" });
