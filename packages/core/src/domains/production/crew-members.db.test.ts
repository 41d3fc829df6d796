import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { enterFact } from "../facts/index.ts";
import { createInvitation, joinByInvitation } from "../invitations/index.ts";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { createCrew } from "./create-crew.ts";
import { listCrews } from "./list-crews.ts";
import { setCrewMembers } from "./set-crew-members.ts";
import { updateCrew } from "./update-crew.ts";

let world: World;
let object: TestObject;
let manager: UserActor;
let installer: UserActor;
let crews: { first: number; second: number };
let made = 10;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  installer = await world.createUser({ role: "installer", fullName: "Рустам Ахметов" });
  object = await world.createTestObject({ members: [{ actor: installer, roles: ["installer"] }] });
  manager = await world.as("project_manager");
  const create = async () => {
    made += 1;
    const crew = { code: `К-${made}`, name: `Модули-${made}`, lead: "Виталий Громов", size: 8 };
    return (await createCrew.run(world.ctx(manager), { ...crew, objectId: object.id })).id;
  };
  crews = { first: await create(), second: await create() };
});

const set = (crewId: number, userIds: number[]) =>
  setCrewMembers.run(world.ctx(manager), { crewId, userIds });
const enter = async (crewId?: number) =>
  enterFact.run(world.ctx(await world.again(installer)), {
    objectId: object.id,
    floorVolumeId: object.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "3",
    confirmDuplicate: true,
    ...(crewId === undefined ? {} : { crewId }),
  });
const membersNow = async () => {
  const { items } = await listCrews.run(world.ctx(manager), { objectId: object.id });
  return items.map(({ members }) => members.map(({ fullName }) => fullName));
};

test("an installer enters for the crew they work in, and for no other", async () => {
  expect((await refusalOf(enter())).details.sentence).toBe("own_crew_only");
  await set(crews.first, [installer.id]);
  const { fact } = await enter();
  expect(fact.crew?.id).toBe(crews.first);
  expect(fact.can?.undo).toBe(true);
  expect((await refusalOf(enter(crews.second))).details.sentence).toBe("own_crew_only");
});

test("a member named in another crew moves there, and the rest stays recorded", async () => {
  await set(crews.first, [installer.id]);
  await set(crews.second, [installer.id]);
  expect(await membersNow()).toEqual([[], ["Рустам Ахметов"]]);
  expect((await refusalOf(enter(crews.first))).details.sentence).toBe("own_crew_only");
  const rows = await world.db.read(
    "select crew_id, until is null as now from crew_members where user_id = $1 order by id",
    [installer.id],
  );
  expect(rows).toEqual([
    { crew_id: crews.first, now: false },
    { crew_id: crews.second, now: true },
  ]);
  expect(fieldsOf(await refusalOf(set(crews.second, [installer.id])))).toEqual([": nothing_to_change"]);
});

test("strangers and members who enter no facts are refused", async () => {
  const stranger = await world.createUser({ role: "installer" });
  const supplier = await world.as("supply");
  expect(fieldsOf(await refusalOf(set(crews.first, [installer.id, stranger.id])))).toEqual([
    "userIds.1: not_on_object",
  ]);
  expect(fieldsOf(await refusalOf(set(crews.first, [supplier.id])))).toEqual([
    "userIds.0: person_lacks_right",
  ]);
  expect(await membersNow()).toEqual([[], []]);
});

test("a crew gets another lead and size", async () => {
  const asked = { crewId: crews.first, lead: "Рустам Ахметов", leadUserId: installer.id, size: 7 };
  const crew = await updateCrew.run(world.ctx(manager), { ...asked, version: 1 });
  expect(crew).toMatchObject({ lead: "Рустам Ахметов", leadUserId: installer.id, size: 7, version: 2 });
  await enter();
});

test("who comes by a link of a crew works in it", async () => {
  const link = { objectId: object.id, role: "installer" as const, crewId: crews.second };
  const { code } = await createInvitation.run(world.ctx(manager), link);
  const newcomer = await world.createUser({ role: "installer", fullName: "Пётр Новый" });
  await joinByInvitation.run(world.ctx(newcomer), { code });
  expect(await membersNow()).toEqual([[], ["Пётр Новый"]]);
});
