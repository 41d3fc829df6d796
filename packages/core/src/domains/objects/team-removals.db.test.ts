import type { Role, UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCrew, listCrews, setCrewMembers } from "../production/index.ts";
import { createZone, listZones, updateZone } from "../zones/index.ts";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
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
const team = async (at: Date, ...more: Role[]) => {
  const [object] = await world.db.read<{ version: number }>("select version from objects where id = $1", [
    here.id,
  ]);
  const members = [
    { userId: manager.id, roles: ["project_manager" as const] },
    ...(more.length === 0 ? [] : [{ userId: foreman.id, roles: more }]),
  ];
  const ctx = world.ctx(manager, { now: at });
  await setObjectTeam.run(ctx, { objectId: here.id, version: object?.version ?? 0, members });
};
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

test("a role without facts, and a return after ten minutes, give no work back", async () => {
  await team(later(2));
  await team(later(3), "pto");
  expect(await work()).toEqual(NOTHING);
  await team(later(4));
  await team(later(15), "construction_itr");
  expect(await work()).toEqual(NOTHING);
});

test("a foreman who becomes an installer leaves the zone, at once and by way of a removal", async () => {
  const [zone] = await world.db.read<{ id: number; version: number }>(
    "select id, version from zones where object_id = $1",
    [here.id],
  );
  const lead = { zoneId: zone?.id ?? 0, version: zone?.version ?? 0, foremanId: foreman.id };
  await updateZone.run(world.ctx(manager), lead);
  await team(later(16), "installer");
  expect((await work()).leads).toEqual([null]);
  await team(later(17), "construction_itr");
  await updateZone.run(world.ctx(manager), { ...lead, version: lead.version + 2 });
  await team(later(18));
  await team(later(19), "installer");
  expect((await work()).leads).toEqual([null]);
});
