import { schema } from "@stsphera/db";
import type { SystemActor } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { createCrew } from "../../domains/production/index.ts";
import { DOZENS } from "./many.ts";
import { workTypeId } from "./rows.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

const CONSISTENCY: SystemActor = { kind: "system", job: "consistency", permissions: ["volume.edit"] };

type Made = { crewId: number };

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "work_type.create": {
    quiet: true,
    permission: "dictionary.manage",
    input: () => ({ code: "ОТК", name: "Откосы", unit: "м²", normHours: "1.5" }),
  },
  "work_type.update": {
    quiet: true,
    permission: "dictionary.manage",
    input: async ({ ctx }) => ({ workTypeId: await workTypeId(ctx, "КРЫ"), version: 1, requiresPhoto: true }),
  },
  "crew.create": {
    quiet: true,
    permission: "dictionary.manage",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      code: "БР-9",
      name: "Утепление",
      lead: "Алишер Каримов",
      size: 4,
      objectId: here.id,
    }),
  },
  "crew.update": {
    quiet: true,
    permission: "object.team",
    onObject: true,
    input: ({ made: { crewId } }) => ({ crewId, version: 1, size: 7 }),
  },
  "crew.set_members": {
    quiet: true,
    permission: "object.team",
    onObject: true,
    input: ({ prepared: { foreman }, made: { crewId } }) => ({ crewId, userIds: [foreman.id] }),
  },
  "volume.set_plan": {
    permission: "volume.edit",
    onObject: true,
    input: async ({ prepared: { here }, ctx }) => ({
      objectId: here.id,
      volumes: [
        {
          facadeId: here.facadeId("Юг"),
          floorId: here.floorId("1"),
          workTypeId: await workTypeId(ctx, "УТП"),
          planQty: "48.6",
        },
      ],
    }),
  },
  "sums.mend": {
    quiet: true,
    permission: "job",
    doneBy: CONSISTENCY,
    input: async ({ prepared: { here }, ctx }) => {
      const cell = here.cell("Юг", "1", "МОД");
      await ctx.db.orm.execute(sql`update floor_volumes set fact_qty = fact_qty + 1 where id = ${cell}`);
      return { objectId: here.id };
    },
  },
  "work_type.list": { permission: "org.view", input: () => ({}) },
  "crew.list": {
    permission: "production.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "volume.list": {
    permission: "fact.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
};

export const PRODUCTION_CASES = verbsOf({
  cases,
  /** The crew led by the installer, who may only enter for an own crew. */
  prepare: async ({ world, here }): Promise<Made> => {
    const installer = await world.as("installer");
    const { id } = await createCrew.run(world.ctx(await world.as("admin")), {
      code: "БР-1",
      name: "Модули",
      lead: installer.fullName,
      leadUserId: installer.id,
      size: 6,
      objectId: here.id,
    });
    return { crewId: id };
  },
  grow: async ({ prepared: { world, here } }) => {
    const { sql } = world.db;
    await sql`
      insert into work_types (code, name, unit, norm_hours, requires_photo, sort)
      select 'Р' || n, 'Работа ' || n, 'шт', 1, false, 1000 + n from generate_series(1, ${DOZENS}::int) n`;
    await sql`
      insert into crews (code, name, lead, size, object_id)
      select 'К' || n, 'Бригада ' || n, 'Бригадир', 4, ${here.id}::int from generate_series(1, ${DOZENS}::int) n`;
    await sql`
      insert into floor_volumes (object_id, facade_id, floor_id, work_type_id, plan_qty, updated_at)
      select ${here.id}::int, fa.id, fl.id, w.id, 50, ${world.now}
      from facades fa, floors fl, work_types w
      where fa.object_id = ${here.id}::int and fl.object_id = ${here.id}::int and w.code = 'МОД'
        and fa.code like 'Ф%' and fl.code like 'Э%'`;
  },
  ids: { work_types: ["workTypeId"], floor_volumes: ["floorVolumeId"], crews: ["crewId"] },
  thingsOn: async ({ world, objectId }) => {
    const crew = { code: "ЧУЖ", name: "Чужая", lead: "Чужой", size: 4, objectId };
    const [row] = await world.db.orm.insert(schema.crews).values(crew).returning({ id: schema.crews.id });
    return { crewId: row?.id ?? 0 };
  },
});
