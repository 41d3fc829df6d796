import type { Role, UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCrew, listCrews, setCrewMembers } from "../production/index.ts";
import { createZone, listZones, updateZone } from "../zones/index.ts";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { listMyApprovals } from "../verbs.ts";
import { setObjectTeam } from "./set-object-team.ts";

let world: World;
let here: TestObject;
let manager: UserActor;
let foreman: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject();
  manager = await world.as("project_manager");
  foreman = await world.as("construction_itr");
  const [place] = await world.db.read<{ facadeId: number; floorId: number }>(
    `select fa.id as "facadeId", fl.id as "floorId" from facades fa join floors fl on fl.object_id = fa.object_id
     where fa.object_id = $1 order by fa.sort, fl.sort limit 1`,
    [here.id],
  );
  const { facadeId = 0, floorId = 0 } = place ?? {};
  const ctx = world.ctx(manager);
  await createZone.run(ctx, {
    objectId: here.id,
    name: "Ю-1",
    facadeId,
    fromFloorId: floorId,
    toFloorId: floorId,
    foremanId: foreman.id,
  });
  const crew = { code: "БР-81", name: "Бригада", lead: "Юсупов", size: 4, objectId: here.id };
  const { id } = await createCrew.run(ctx, crew);
  await setCrewMembers.run(ctx, { crewId: id, userIds: [foreman.id] });
  await world.db.sql`update crews set lead_user_id = ${foreman.id} where id = ${id}`;
});
afterAll(() => world.close());

const later = (minutes: number) => new Date(world.now.getTime() + minutes * 60_000);
const team = (at: Date, ...more: Role[]) =>
  save(at, more.length === 0 ? [] : [{ userId: foreman.id, roles: more }]);
const save = async (
  at: Date,
  others: { userId: number; roles: Role[] }[],
  zones: { from: number; to: number }[] = [],
) => {
  const [object] = await world.db.read<{ version: number }>("select version from objects where id = $1", [
    here.id,
  ]);
  const members = [{ userId: manager.id, roles: ["project_manager" as const] }, ...others];
  const ctx = world.ctx(manager, { now: at });
  await setObjectTeam.run(ctx, { objectId: here.id, version: object?.version ?? 0, members, zones });
};
/** The foreman leads the zone again. */
async function lead(): Promise<void> {
  const [zone] = await world.db.read<{ id: number; version: number }>(
    "select id, version from zones where object_id = $1",
    [here.id],
  );
  const given = { zoneId: zone?.id ?? 0, version: zone?.version ?? 0, foremanId: foreman.id };
  await updateZone.run(world.ctx(manager), given);
}
/** Of whom the last event told that they lead a zone now. */
const named = async () =>
  (
    await world.db.read<{ payload: unknown }>(
      "select payload from outbox where type = 'zone.foreman_named' order by id desc limit 1",
      [],
    )
  )[0]?.payload;
const state = () =>
  world.db.read(
    `select (select version from objects where id = $1) as version, (select json_agg(z order by z.id) from zones z
      where z.object_id = $1) as zones, (select count(*)::int from audit_log) as audit`,
    [here.id],
  );
const work = async () => {
  const { items } = await listZones.run(world.ctx(manager), { objectId: here.id });
  const crews = await listCrews.run(world.ctx(manager), { objectId: here.id });
  return {
    leads: items.map((zone) => zone.foreman?.id ?? null),
    crews: crews.items.flatMap(({ leadUserId }) => (leadUserId === null ? [] : [leadUserId])),
    works: crews.items.flatMap(({ members }) => members.map(({ id }) => id)),
  };
};
const ALL = () => ({ leads: [foreman.id], crews: [foreman.id], works: [foreman.id] });
const NOTHING = { leads: [null], crews: [], works: [] };

test("who is taken off the team and put back at once leads the zones and works in the crew again", async () => {
  expect(await work()).toEqual(ALL());
  await team(later(0));
  expect(await work()).toEqual(NOTHING);
  await team(later(1), "construction_itr");
  expect(await work()).toEqual(ALL());
});

test("zones handed over at the removal go to the heir, who is told, and come back with the return", async () => {
  const heir = await world.createUser({ role: "construction_itr", fullName: "Николай Жилин" });
  const both = { userId: heir.id, roles: ["construction_itr" as const] };
  await save(later(1), [both, { userId: foreman.id, roles: ["construction_itr"] }]);
  const input = [{ from: foreman.id, to: heir.id }];
  await save(later(2), [both], input);
  expect((await work()).leads).toEqual([heir.id]);
  expect(await named()).toEqual({ name: "Ю-1", foremanId: heir.id, before: foreman.id });
  await save(later(3), [both, { userId: foreman.id, roles: ["construction_itr"] }]);
  expect((await work()).leads).toEqual([foreman.id]);
  expect(await named()).toEqual({ name: "Ю-1", foremanId: foreman.id, before: heir.id });
});

test("zones are not handed to who may not lead them, nor from who stays; nothing is written", async () => {
  const installer = await world.createUser({ role: "installer" });
  const worker = { userId: installer.id, roles: ["installer" as const] };
  await save(later(1), [worker, { userId: foreman.id, roles: ["construction_itr"] }]);
  const before = await state();
  const refused = await refusalOf(save(later(2), [worker], [{ from: foreman.id, to: installer.id }]));
  expect(fieldsOf(refused)).toEqual(["zones.0.to: person_leads_no_zone"]);
  const stays = [worker, { userId: foreman.id, roles: ["construction_itr" as const] }];
  const idle = await refusalOf(save(later(2), stays, [{ from: foreman.id, to: manager.id }]));
  expect(fieldsOf(idle)).toEqual(["zones.0.from: nothing_to_change"]);
  expect(await state()).toEqual(before);
});

test("the team of a closed object only loses members, and gets back who was removed just now", async () => {
  const stays = { userId: foreman.id, roles: ["construction_itr" as const] };
  await save(later(1), [stays]);
  const newcomer = await world.createUser({ role: "pto" });
  await world.db.sql`update objects set status = 'closed' where id = ${here.id}`;
  const before = await state();
  const added = await refusalOf(save(later(2), [stays, { userId: newcomer.id, roles: ["pto"] }]));
  expect(added).toMatchObject({ code: "conflict", details: { sentence: "object_is_over" } });
  expect(await state()).toEqual(before);
  await save(later(3), []);
  await save(later(4), [stays]);
  await save(later(5), []);
  const late = await refusalOf(save(later(16), [stays]));
  expect(late).toMatchObject({ details: { sentence: "object_is_over" } });
  await world.db.sql`update objects set status = 'active' where id = ${here.id}`;
  await save(later(17), [stays]);
  await lead();
});

test("a zone without a foreman waits for those who manage zones until it has one", async () => {
  const waits = async () => {
    const { items } = await listMyApprovals.run(world.ctx(manager), { kind: "zone_to_lead" });
    return items.map(({ title, deepLink }) => [title, deepLink]);
  };
  expect(await waits()).toEqual([]);
  await team(later(2));
  expect(await waits()).toEqual([["Ю-1", `o${here.id}_zones`]]);
  await team(later(3), "construction_itr");
  expect(await waits()).toEqual([]);
});

test("a role without facts, and a return after ten minutes, give no work back", async () => {
  await team(later(2));
  await team(later(3), "pto");
  expect(await work()).toEqual(NOTHING);
  await team(later(4));
  await team(later(15), "construction_itr");
  expect(await work()).toEqual(NOTHING);
});

test("a foreman who becomes an installer leaves the zone, at once and by way of a removal", async () => {
  await lead();
  await team(later(16), "installer");
  expect((await work()).leads).toEqual([null]);
  await team(later(17), "construction_itr");
  await lead();
  await team(later(18));
  await team(later(19), "installer");
  expect((await work()).leads).toEqual([null]);
});
