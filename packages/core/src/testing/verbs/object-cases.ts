import { schema } from "@stsphera/db";
import { DOZENS, MANY } from "./many.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

const cases: Readonly<Record<string, VerbCase>> = {
  "object.create": {
    makesPartOfObject: true,
    permission: "object.create",
    input: ({ prepared: { colleague } }) => ({
      name: "СПК Атриум",
      city: "Москва",
      address: "ул. Кровельная, 1",
      customer: "ООО «Заказчик»",
      facadeTypes: ["spk"],
      projectManagerId: colleague.id,
    }),
  },
  "object.set_team": {
    permission: "object.team",
    onObject: true,
    input: ({ prepared: { here, colleague } }) => ({
      objectId: here.id,
      version: here.version,
      members: [{ userId: colleague.id, roles: ["project_manager", "safety"] }],
    }),
  },
  "object.add_facades": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      version: here.version,
      facades: [{ code: "Восток", name: "Восточный", sort: 9 }],
    }),
  },
  "object.add_floors": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      version: here.version,
      floors: [{ code: "тех", sort: 90 }],
    }),
  },
  "object.change_status": {
    permission: "object.hold",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      to: "on_hold",
      version: here.version,
      reason: "заказчик остановил работы",
    }),
  },
  "object.undo": {
    alone: true,
    permission: "object.hold",
    onObject: true,
    input: async ({ prepared: { here }, actor, ctx }) => {
      const before = { status: "on_hold", heldSince: "2026-09-01", version: here.version - 1, kept: {} };
      await ctx.db.orm.insert(schema.entityMoves).values({
        entityType: "object",
        entityId: here.id,
        objectId: here.id,
        move: "resume",
        from: "on_hold",
        to: "active",
        reason: "заказчик снял запрет",
        byId: actor.id,
        at: ctx.now,
        before,
      });
      return { objectId: here.id };
    },
  },
  "object.update": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id, version: here.version, deadline: "2027-03-01" }),
  },
  "object.save_settings": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      version: here.version,
      gateMode: "accepted",
      moduleFactSource: "entry",
      shiftStart: "08:00",
      shiftEnd: "20:00",
      dayCutoff: "06:00",
    }),
  },
  "facade.update": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ facadeId: here.facadeId("Юг"), version: 1, code: "Юг-1" }),
  },
  "facade.remove": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ facadeId: here.facadeId("Запад"), version: 1 }),
  },
  "floor.update": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ floorId: here.floorId("1"), version: 1, code: "0" }),
  },
  "floor.remove": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ floorId: here.floorId("2"), version: 1 }),
  },
  "object.settings": {
    ofOneSize: true,
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.team": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.facades": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.list": { permission: "self", input: () => ({}) },
  "object.get": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "dashboard.get": { permission: "self", input: () => ({}) },
  "object.dashboard": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.breakdown": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.facade_map": {
    permission: "fact.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
};

export const OBJECT_CASES = verbsOf({
  cases,
  grow: async ({ prepared: { world, here }, reader }) => {
    const { sql } = world.db;
    await sql`
      insert into objects (code, name, city, address, customer, facade_types, work_week, created_by, created_at, status,
        deadline)
      select 'М-' || n, 'Объект ' || n, '', '', '', '{nvf}', '{1,2,3,4,5}', ${reader.id}::int, ${world.now}, 'active',
        '2026-12-31' from generate_series(1, ${MANY}::int) n`;
    await sql`insert into object_sums (object_id) select id from objects where code like 'М-%'`;
    await sql`
      insert into object_roles (object_id, user_id, role, since)
      select id, ${reader.id}::int, 'project_manager', ${world.now} from objects where code like 'М-%'
      union all select ${here.id}::int, id, 'installer', ${world.now} from users where telegram_id > 5000000`;
    await sql`
      insert into facades (object_id, code, name, sort)
      select ${here.id}::int, 'Ф' || n, 'Фасад ' || n, 100 + n from generate_series(1, ${DOZENS}::int) n`;
    await sql`
      insert into floors (object_id, code, sort)
      select ${here.id}::int, 'Э' || n, 100 + n from generate_series(1, ${DOZENS}::int) n`;
    await sql`
      insert into audit_log (command_id, action, entity_type, entity_id, object_id, actor_id, request_id, at, after)
      select gen_random_uuid(), 'object.change_status', 'object', ${here.id}::int, ${here.id}::int, ${reader.id}::int,
        'рост', ${world.now}, '{"status":"active"}' from generate_series(1, ${MANY}::int) n`;
  },
  thingsOn: async ({ world, objectId }) => {
    const [part] = await world.db.read<{ facadeId: number; floorId: number }>(
      `select (select min(id) from facades where object_id = $1) as "facadeId",
         (select min(id) from floors where object_id = $1) as "floorId"`,
      [objectId],
    );
    return { objectId, ...part };
  },
  ids: { objects: ["objectId"], facades: ["facadeId"], floors: ["floorId"] },
});
