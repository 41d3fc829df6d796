import type { Role, UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { setObjectTeam } from "../objects/index.ts";
import { changeUserRole, changeUserStatus, registerUser } from "../people/index.ts";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { createInvitation, listInvitations, revokeInvitation } from "./index.ts";

let world: World;
let here: TestObject;
let manager: UserActor;
let admin: UserActor;
let newcomers = 3_000_100;

beforeAll(async () => {
  world = await createTestWorld();
});
beforeEach(async () => {
  here = await world.createTestObject({ team: [], volumes: [] });
  manager = await world.as("project_manager");
  admin = await world.as("admin");
});
afterAll(() => world.close());

type Options = Partial<Parameters<typeof createInvitation.run>[1]>;
const invite = (options: Options = {}) =>
  createInvitation.run(world.ctx(manager), { objectId: here.id, role: "installer", ...options });
const register = (telegramId: string, invitation?: string) =>
  registerUser.run(world.ctx(world.job("registration")), {
    telegramId,
    fullName: "Яна Кац",
    ...(invitation === undefined ? {} : { invitation }),
  });
const nextId = () => {
  newcomers += 1;
  return String(newcomers);
};
const again = (userId: number) => world.again({ id: userId } as UserActor);
const approve = (userId: number, role?: Role, version = 1) =>
  changeUserStatus.run(world.ctx(admin), {
    userId,
    to: "active",
    version,
    ...(role === undefined ? {} : { role }),
  });
const told = () => world.db.read<{ type: string }>("select type from outbox order by id desc limit 2", []);
const useOf = async (userId: number) => {
  const rows = await world.db.read<{ joined: boolean }>(
    "select joined_at is not null as joined from invitation_uses where user_id = $1",
    [userId],
  );
  return rows.map((row) => row.joined);
};

test.each(["installer", "geodesist", "construction_itr"] as const)(
  "a new user with a link for %s joins at once, and admins are notified",
  async (role) => {
    const { code } = await invite({ role });
    const person = await register(nextId(), code);
    expect(person).toMatchObject({
      status: "active",
      role,
      invitation: { accepted: true, joined: true, objectId: here.id, objectName: "СПК Блок Б", role },
    });
    expect((await again(person.id)).objectRoles).toEqual({ [here.id]: [role] });
    expect(await told()).toMatchObject([{ type: "user.joined" }, { type: "invitation.created" }]);
    expect(await useOf(person.id)).toEqual([true]);
  },
);

test.each(["project_manager", "pto", "supply", "viewer"] as const)(
  "a new user with a link for %s waits, and joins with that role on approval",
  async (role) => {
    const { code, id } = await invite({ role });
    const person = await register(nextId(), code);
    expect(person).toMatchObject({
      status: "pending",
      role: null,
      invitation: { accepted: true, joined: false, role },
    });
    expect((await again(person.id)).objectRoles).toEqual({});
    const [event] = await world.db.read<{ payload: object }>(
      "select payload from outbox where type = 'user.registered' order by id desc limit 1",
      [],
    );
    expect(event?.payload).toMatchObject({ invitation: { invitationId: id, role, objectId: here.id } });
    expect((await listInvitations.run(world.ctx(manager), { objectId: here.id })).items).toMatchObject([
      { waiting: 1, uses: 1, state: "used_up" },
    ]);

    expect(await approve(person.id)).toMatchObject({ status: "active", role });
    expect((await again(person.id)).objectRoles).toEqual({ [here.id]: [role] });
    expect(await useOf(person.id)).toEqual([true]);
    expect((await told()).map((row) => row.type).sort()).toEqual(["object.team_changed", "user.approved"]);
  },
);

test("the admin's choice of another role takes precedence", async () => {
  const { code } = await invite({ role: "pto" });
  const person = await register("3000003", code);
  expect(await approve(person.id, "supply")).toMatchObject({ role: "supply" });
  expect((await again(person.id)).objectRoles).toEqual({ [here.id]: ["supply"] });
});

test("a role that cannot be held on an object approves the user, but joins nothing", async () => {
  const { code } = await invite({ role: "pto" });
  const person = await register("3000004", code);
  await approve(person.id, "curator");
  expect((await again(person.id)).objectRoles).toEqual({});
  expect(await useOf(person.id)).toEqual([false]);
});

test("without a link the admin must still name a role", async () => {
  const person = await register("3000005");
  expect(person.invitation).toBeUndefined();
  expect(fieldsOf(await refusalOf(approve(person.id)))).toEqual(["role: role_required"]);
});

test("a rejected user joins nothing", async () => {
  const { code } = await invite({ role: "pto" });
  const { id } = await register("3000006", code);
  await changeUserStatus.run(world.ctx(admin), {
    userId: id,
    to: "rejected",
    version: 1,
    reason: "не наш сотрудник",
  });
  expect((await again(id)).objectRoles).toEqual({});
});

test("an unusable link does not prevent registration, and the user is told", async () => {
  const dated = await invite({ days: 1 });
  await world.db.sql`update invitations set expires_at = ${world.now} where id = ${dated.id}`;
  const revoked = await invite();
  await revokeInvitation.run(world.ctx(manager), { invitationId: revoked.id, version: 1 });
  const full = await invite();
  await register("3000010", full.code);
  const ends = [
    ["3000011", dated.code, "invitation_expired"],
    ["3000012", revoked.code, "invitation_revoked"],
    ["3000013", full.code, "invitation_used_up"],
    ["3000014", "нет такого", "invitation_unknown"],
    ["3000015", "", "invitation_unknown"],
  ] as const;
  for (const [telegramId, code, reason] of ends) {
    expect(await register(telegramId, code)).toMatchObject({
      status: "pending",
      role: null,
      invitation: { accepted: false, reason },
    });
  }
});

test("a user who is already waiting uses a later link once", async () => {
  const early = await register("3000020");
  const { code } = await invite({ role: "pto", maxUses: 5 });
  expect(await register("3000020", code)).toMatchObject({ id: early.id, invitation: { accepted: true } });
  const before = await world.traces();
  expect(await register("3000020", code)).toMatchObject({
    id: early.id,
    status: "pending",
    invitation: { accepted: false, reason: "invitation_used_before" },
  });
  expect(await world.traces()).toEqual(before);
  const installers = await invite();
  expect(await register("3000020", installers.code)).toMatchObject({ status: "active", role: "installer" });
});

test("a user invited to two objects joins both, each with its role", async () => {
  const there = await world.createTestObject({ team: [], volumes: [] });
  manager = await world.as("project_manager");
  const first = await invite({ role: "pto" });
  const second = await invite({ role: "supply", objectId: there.id });
  const { id } = await register("3000021", first.code);
  await register("3000021", second.code);
  expect(await approve(id, "pto")).toMatchObject({ role: "pto" });
  expect((await again(id)).objectRoles).toEqual({ [here.id]: ["pto"], [there.id]: ["supply"] });
});

test("an object closed meanwhile is not joined", async () => {
  const { code } = await invite({ role: "pto" });
  const { id } = await register("3000022", code);
  await world.db.sql`update objects set status = 'closed' where id = ${here.id}`;
  await approve(id);
  expect((await again(id)).objectRoles).toEqual({});
});

test.each([
  [
    "was revoked",
    async ({ id }: { id: number }) => {
      await revokeInvitation.run(world.ctx(manager), { invitationId: id, version: 1 });
    },
  ],
  [
    "is older than the person's removal from the team",
    async (_link: unknown, userId: number) => {
      await world.db.sql`insert into team_removals (object_id, user_id, removed_at)
        values (${here.id}, ${userId}, ${world.now})`;
    },
  ],
  [
    "was made by somebody who may invite no longer",
    async () => {
      const [maker] = await world.db.read<{ version: number }>("select version from users where id = $1", [
        manager.id,
      ]);
      await changeUserRole.run(world.ctx(admin), {
        userId: manager.id,
        role: "viewer",
        version: maker?.version ?? 0,
      });
    },
  ],
] as const)("a link that meanwhile %s leads nobody in at approval", async (_which, happens) => {
  const maker = await world.createUser({ role: "project_manager" });
  const members = [manager, maker].map(({ id: userId }) => ({ userId, roles: ["project_manager" as const] }));
  await setObjectTeam.run(world.ctx(admin), { objectId: here.id, version: here.version, members });
  manager = await world.again(maker);
  const link = await invite({ role: "pto" });
  const { id } = await register(nextId(), link.code);
  await happens(link, id);
  const before = await world.traces();
  expect(fieldsOf(await refusalOf(approve(id)))).toEqual(["role: role_required"]);
  expect(await world.traces()).toEqual(before);
  expect(await approve(id, "pto")).toMatchObject({ status: "active", role: "pto" });
  expect((await again(id)).objectRoles).toEqual({});
  expect(await useOf(id)).toEqual([false]);
});

test("the last place goes to one of the new users who join at once; the others wait", async () => {
  const { code } = await invite();
  const ids = ["3000031", "3000032", "3000033"];
  const people = await Promise.all(ids.map((telegramId) => register(telegramId, code)));
  expect(people.map((person) => person.status).sort()).toEqual(["active", "pending", "pending"]);
  expect(people.map((person) => person.invitation?.accepted).sort()).toEqual([false, false, true]);
});

test("two parallel messages of one new user take one place", async () => {
  const { code, id } = await invite({ maxUses: 5 });
  const both = await Promise.all([register("3000041", code), register("3000041", code)]);
  expect(new Set(both.map((person) => person.id)).size).toBe(1);
  const [row] = await world.db.read<{ uses: number }>("select uses from invitations where id = $1", [id]);
  expect(row?.uses).toBe(1);
});

test("a rejected or deactivated user cannot use a link", async () => {
  const { code } = await invite({ maxUses: 5 });
  for (const status of ["rejected", "deactivated"] as const) {
    const gone = await world.createUser({ status });
    const before = await world.traces();
    expect(await register(gone.telegramId, code)).toMatchObject({ status });
    expect(await world.traces()).toEqual(before);
  }
});
