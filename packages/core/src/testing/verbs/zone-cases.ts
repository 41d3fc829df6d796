import { schema } from "@stsphera/db";
import { createZone } from "../../domains/zones/index.ts";
import { DOZENS } from "./many.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

type Made = { zoneId: number };

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "zone.create": {
    permission: "zone.manage",
    onObject: true,
    input: ({ prepared: { here, foreman } }) => ({
      objectId: here.id,
      name: "Ю-2",
      facadeId: here.facadeId("Юг"),
      fromFloorId: here.floorId("1"),
      toFloorId: here.floorId("2"),
      axes: "1–10",
      foremanId: foreman.id,
    }),
  },
  "zone.update": {
    permission: "zone.manage",
    onObject: true,
    input: ({ made: { zoneId } }) => ({ zoneId, version: 1, axes: "А–Ж" }),
  },
  "zone.remove": {
    permission: "zone.manage",
    onObject: true,
    input: ({ made: { zoneId } }) => ({ zoneId, version: 1 }),
  },
  "zone.list": {
    permission: "production.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
};

export const ZONE_CASES = verbsOf({
  cases,
  prepare: async ({ world, here, foreman }): Promise<Made> => {
    const { id } = await createZone.run(world.ctx(await world.as("admin")), {
      objectId: here.id,
      name: "Ю-1",
      facadeId: here.facadeId("Юг"),
      fromFloorId: here.floorId("1"),
      toFloorId: here.floorId("1"),
      foremanId: foreman.id,
    });
    return { zoneId: id };
  },
  grow: async ({ prepared: { world, here } }) => {
    await world.db.sql`
      insert into zones (object_id, name, facade_id, from_floor_id, to_floor_id)
      select ${here.id}::int, 'З-' || n, ${here.facadeId("Юг")}::int, ${here.floorId("1")}::int,
        ${here.floorId("2")}::int from generate_series(1, ${DOZENS}::int) n`;
  },
  ids: { zones: ["zoneId"] },
  thingsOn: async ({ world, objectId }) => {
    const [place] = await world.db.read<{ facadeId: number; floorId: number }>(
      `select fa.id as "facadeId", fl.id as "floorId" from facades fa join floors fl on fl.object_id = fa.object_id
       where fa.object_id = $1 order by fa.id, fl.id limit 1`,
      [objectId],
    );
    if (place === undefined) throw new Error("the object has no facade with a floor");
    const [row] = await world.db.orm
      .insert(schema.zones)
      .values({
        objectId,
        name: "ЧУЖ",
        facadeId: place.facadeId,
        fromFloorId: place.floorId,
        toFloorId: place.floorId,
      })
      .returning({ id: schema.zones.id });
    return { zoneId: row?.id ?? 0, fromFloorId: place.floorId, toFloorId: place.floorId };
  },
});
