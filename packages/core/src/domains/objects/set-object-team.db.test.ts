import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { setObjectTeam } from "./set-object-team.ts";

let world: World;
let manager: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

async function mannedObject() {
  const object = await world.createTestObject({ team: ["construction_itr"], volumes: [] });
  return { ...object, ctx: world.ctx(await world.again(manager)) };
}
const own = () => ({ userId: manager.id, roles: ["project_manager" as const] });

test("only changed roles are written, and a user may hold several", async () => {
  const { id, version, ctx } = await mannedObject();
  const foreman = await world.as("construction_itr");
  const pto = await world.as("pto");
  const members = [own(), { userId: foreman.id, roles: ["construction_itr" as const, "geodesist" as const] }];
  await world.db.sql`update object_roles set since = '2020-01-01' where object_id = ${id}`;
  const answer = await setObjectTeam.run(ctx, {
    objectId: id,
    version,
    members: [...members, { userId: pto.id, roles: ["pto"] }],
  });
  expect(answer).toMatchObject({ version: version + 1 });
  const rows = await world.db.read<{ role: string; old: boolean }>(
    `select role, since = '2020-01-01' as old from object_roles where object_id = $1 order by role`,
    [id],
  );
  expect(rows).toEqual([
    { role: "construction_itr", old: true },
    { role: "geodesist", old: false },
    { role: "project_manager", old: true },
    { role: "pto", old: false },
  ]);
});

test("nobody adds a role to themselves; an administrator does it for them", async () => {
  const { id, version, ctx } = await mannedObject();
  const members = [{ userId: manager.id, roles: ["project_manager" as const, "pto" as const] }];
  const before = await world.traces();
  const refusal = await refusalOf(setObjectTeam.run(ctx, { objectId: id, version, members }));
  expect(fieldsOf(refusal)).toEqual(["members.0.roles: own_role_by_others"]);
  expect(await world.traces()).toEqual(before);
  await setObjectTeam.run(world.ctx(await world.as("admin")), { objectId: id, version, members });
});

test("the last manager cannot leave", async () => {
  const { id, version, ctx } = await mannedObject();
  const before = await world.traces();
  const refusal = await refusalOf(setObjectTeam.run(ctx, { objectId: id, version, members: [] }));
  expect(fieldsOf(refusal)).toEqual(["members: last_project_manager"]);
  expect(await world.traces()).toEqual(before);
});

test.each([
  ["was dismissed", "status = 'deactivated'"],
  ["observes only", "role = 'viewer'"],
])("a manager who %s does not count as the remaining manager", async (_why, fate) => {
  const other = await world.createUser({ role: "project_manager" });
  const members = [{ actor: other, roles: ["project_manager" as const] }];
  const { id, version } = await world.createTestObject({ team: [], members, volumes: [] });
  await world.db.sql.unsafe(`update users set ${fate} where id = ${other.id}`);
  const save = async (left: readonly number[]) =>
    setObjectTeam.run(world.ctx(await world.again(manager)), {
      objectId: id,
      version,
      members: left.map((userId) => ({ userId, roles: ["project_manager" as const] })),
    });
  const before = await world.traces();
  expect(fieldsOf(await refusalOf(save([other.id])))).toEqual(["members: last_project_manager"]);
  expect(await world.traces()).toEqual(before);
  expect((await save([manager.id])).team).toHaveLength(1);
});

test("a user removed from the object is notified", async () => {
  const other = await world.createUser({ role: "project_manager" });
  const { id, version, ctx } = await mannedObject();
  const members = [{ userId: other.id, roles: ["project_manager" as const] }];
  const answer = await setObjectTeam.run(ctx, { objectId: id, version, members });
  expect(answer.can.actions).toEqual([]);
});

test("a manager may hand the object over", async () => {
  const { id, version, ctx } = await mannedObject();
  const other = await world.createUser({ role: "project_manager", fullName: "Олег Второй" });
  const members = [{ userId: other.id, roles: ["project_manager" as const] }];
  const answer = await setObjectTeam.run(ctx, { objectId: id, version, members });
  expect(answer.team).toEqual(members);
});

test("members are active users with roles that can be held on an object, each named once", async () => {
  const { id, version, ctx } = await mannedObject();
  const gone = await world.createUser({ status: "deactivated" });
  const ask = async (members: { userId: number; roles: ("installer" | "director")[] }[]) =>
    fieldsOf(
      await refusalOf(setObjectTeam.run(ctx, { objectId: id, version, members: [own(), ...members] })),
    );
  expect(await ask([{ userId: gone.id, roles: ["installer"] }])).toEqual([
    "members.1.userId: person_not_active",
  ]);
  expect(await ask([{ userId: 999_999, roles: ["installer"] }])).toEqual([
    "members.1.userId: person_not_active",
  ]);
  expect(await ask([{ userId: gone.id, roles: ["director"] }])).toEqual([
    "members.1.roles.0: role_not_for_objects",
  ]);
  expect(await ask([{ userId: manager.id, roles: ["installer"] }])).toEqual([
    "members.1.userId: member_twice",
  ]);
});

test("a member deactivated since does not block changes to the others", async () => {
  const leaver = await world.createUser({ role: "installer" });
  const members = [{ actor: leaver, roles: ["installer" as const] }];
  const object = await world.createTestObject({ team: [], members, volumes: [] });
  await world.db.sql`update users set status = 'deactivated' where id = ${leaver.id}`;
  const pto = await world.as("pto");
  const answer = await setObjectTeam.run(world.ctx(await world.again(manager)), {
    objectId: object.id,
    version: object.version,
    members: [own(), { userId: leaver.id, roles: ["installer"] }, { userId: pto.id, roles: ["pto"] }],
  });
  expect(answer.team).toHaveLength(3);
});

test("an older version is refused with the current row", async () => {
  const { id, version, ctx } = await mannedObject();
  const refusal = await refusalOf(
    setObjectTeam.run(ctx, { objectId: id, version: version - 1, members: [own()] }),
  );
  expect(refusal).toMatchObject({ code: "version_conflict", details: { current: { id, version } } });
});
