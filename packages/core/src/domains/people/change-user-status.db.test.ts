import { randomUUID } from "node:crypto";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listObjects } from "../objects/index.ts";
import { createInvitation, joinByInvitation } from "../invitations/index.ts";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { changeUserRole } from "./change-user-role.ts";
import { changeUserStatus } from "./change-user-status.ts";
import { getMe } from "./get-me.ts";
import { listUsers } from "./list-users.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

const reason = "ушёл на другой объект";

async function refusesWithoutTrace(work: () => Promise<unknown>) {
  const before = await world.traces();
  const refusal = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refusal;
}

test("an approved user is active with the given role", async () => {
  const newcomer = await world.createUser({ role: null, status: "pending" });
  const asked = { userId: newcomer.id, to: "active" as const, version: 1, role: "installer" as const };
  const card = await changeUserStatus.run(world.ctx(admin), asked);
  expect(card).toMatchObject({ status: "active", role: "installer", version: 2 });
  expect(card.can).toEqual({
    actions: ["deactivate", "erase"],
    changeRole: true,
    giveLink: true,
    takeData: true,
  });
});

test("approval needs a role, rejection a reason", async () => {
  const newcomer = await world.createUser({ role: null, status: "pending" });
  const ask = (to: "active" | "rejected") =>
    refusesWithoutTrace(() =>
      changeUserStatus.run(world.ctx(admin), { userId: newcomer.id, to, version: 1 }),
    );
  expect(fieldsOf(await ask("active"))).toEqual(["role: role_required"]);
  expect(fieldsOf(await ask("rejected"))).toEqual(["reason: reason_required"]);
});

test("an impossible move is refused with the allowed ones", async () => {
  const newcomer = await world.createUser({ role: null, status: "pending" });
  const refusal = await refusesWithoutTrace(() =>
    changeUserStatus.run(world.ctx(admin), { userId: newcomer.id, to: "deactivated", version: 1, reason }),
  );
  expect(refusal.code).toBe("invalid_transition");
  expect(refusal.details.allowed).toEqual(["approve", "refuse", "erase"]);
});

test("an older version is refused with the current row", async () => {
  const person = await world.createUser();
  const refusal = await refusesWithoutTrace(() =>
    changeUserStatus.run(world.ctx(admin), { userId: person.id, to: "deactivated", version: 7, reason }),
  );
  expect(refusal.code).toBe("version_conflict");
  expect(refusal.details.current).toMatchObject({ id: person.id, status: "active" });
});

test("nobody decides on their own account, and only admins decide on others", async () => {
  const own = await refusesWithoutTrace(() =>
    changeUserStatus.run(world.ctx(admin), { userId: admin.id, to: "deactivated", version: 1, reason }),
  );
  expect(own).toMatchObject({ code: "forbidden", details: { sentence: "own_account" } });
  const director = await world.as("director");
  const other = await refusesWithoutTrace(() =>
    changeUserStatus.run(world.ctx(director), { userId: admin.id, to: "deactivated", version: 1, reason }),
  );
  expect(other).toMatchObject({ code: "forbidden", details: { permission: "users.manage" } });
});

test("a user who may not decide gets the same answer for every id, existing or not", async () => {
  const manager = world.ctx(await world.as("project_manager"));
  const people = await Promise.all(
    (["active", "pending", "deactivated", "rejected"] as const).map((status) => world.createUser({ status })),
  );
  const refusals = await Promise.all(
    [999_999, ...people.map(({ id }) => id)].flatMap((userId) => [
      refusalOf(changeUserStatus.run(manager, { userId, to: "deactivated", version: 1, reason })),
      refusalOf(changeUserRole.run(manager, { userId, role: "pto", version: 1 })),
    ]),
  );
  expect(refusals.map(({ code, details }) => `${code} ${details.permission}`)).toEqual(
    [999_999, ...people].flatMap(() => ["forbidden users.manage", "forbidden roles.manage"]),
  );
});

test("of two admins who deactivate each other in parallel one remains", async () => {
  const second = await world.createUser({ role: "admin" });
  const outcomes = await Promise.allSettled([
    changeUserStatus.run(world.ctx(admin), { userId: second.id, to: "deactivated", version: 1, reason }),
    changeUserStatus.run(world.ctx(second), { userId: admin.id, to: "deactivated", version: 1, reason }),
  ]);
  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  const [row] = await world.db.read<{ admins: number }>(
    "select count(*)::int as admins from users where role = 'admin' and status = 'active'",
    [],
  );
  expect(row?.admins).toBe(1);
  await world.db.sql`update users set status = 'active', version = 1 where id = ${admin.id}`;
});

test("the last admin stays, no matter who asks", async () => {
  const job = world.job("people", "users.manage");
  await world.db.sql`update users set status = 'deactivated' where role = 'admin' and id <> ${admin.id}`;
  const refusal = await refusesWithoutTrace(() =>
    changeUserStatus.run(world.ctx(job), { userId: admin.id, to: "deactivated", version: 1, reason }),
  );
  expect(refusal).toMatchObject({ code: "conflict", details: { sentence: "last_admin" } });
});

test("regression 3: a deactivated user loses sessions and rights at once", async () => {
  const stranger = await world.createUser();
  const members = [{ actor: stranger, roles: ["construction_itr" as const] }];
  const object = await world.createTestObject({ team: [], members, volumes: [] });
  const foreman = await world.again(stranger);
  expect((await listObjects.run(world.ctx(foreman), {})).items.map((item) => item.id)).toEqual([object.id]);
  await world.db.sql`
    insert into refresh_tokens (family, user_id, token_hash, issued_at, expires_at)
    values (${randomUUID()}, ${foreman.id}, 'hash', ${world.now}, ${new Date("2027-01-01")})`;
  const asked = { userId: foreman.id, to: "deactivated" as const, version: 1, reason };
  await changeUserStatus.run(world.ctx(admin), asked);

  const [token] = await world.db.read<{ revoked: boolean }>(
    "select revoked_at is not null as revoked from refresh_tokens where user_id = $1",
    [foreman.id],
  );
  expect(token?.revoked).toBe(true);
  const gone = await world.again(foreman);
  const asks = [() => getMe.run(world.ctx(gone), {}), () => listObjects.run(world.ctx(gone), {})];
  for (const ask of asks) expect((await refusalOf(ask())).code).toBe("forbidden");
});

test("a deactivated user's links stop working", async () => {
  const leaver = await world.createUser({ role: "project_manager" });
  const members = [{ actor: leaver, roles: ["project_manager" as const] }];
  const { id: objectId } = await world.createTestObject({ team: [], members, volumes: [] });
  const input = { objectId, role: "installer" as const };
  const link = await createInvitation.run(world.ctx(await world.again(leaver)), input);
  const kept = await createInvitation.run(world.ctx(await world.as("project_manager")), input);
  await changeUserStatus.run(world.ctx(admin), { userId: leaver.id, to: "deactivated", version: 1, reason });
  const installer = world.ctx(await world.createUser({ role: "installer" }));
  const refusal = await refusalOf(joinByInvitation.run(installer, { code: link.code }));
  expect(refusal.details.sentence).toBe("invitation_revoked");
  await joinByInvitation.run(installer, { code: kept.code });
  const [row] = await world.db.read<{ by: string; actor: number }>(
    `select by, actor_id as actor from audit_log
     where entity_type = 'invitation' and entity_id = $1 and action = 'user.change_status'`,
    [link.id],
  );
  expect(row).toEqual({ by: "system:rights_lost", actor: admin.id });
});

test("a reactivated user has their former role", async () => {
  const gone = await world.createUser({ role: "pto", status: "deactivated" });
  const asked = { userId: gone.id, to: "active" as const, version: 1, reason: "вернулся из отпуска" };
  expect(await changeUserStatus.run(world.ctx(admin), asked)).toMatchObject({
    status: "active",
    role: "pto",
  });
});

test("regression 43: a user without a role sees only their own account", async () => {
  await world.createTestObject({ volumes: [] });
  const newcomer = await world.createUser({ role: null, status: "pending" });
  const me = await getMe.run(world.ctx(newcomer), {});
  expect(me).toMatchObject({ user: { status: "pending", role: null }, permissions: [], objects: [] });
  for (const ask of [
    () => listObjects.run(world.ctx(newcomer), {}),
    () => listUsers.run(world.ctx(newcomer), {}),
  ]) {
    expect((await refusalOf(ask())).code).toBe("forbidden");
  }
});
