import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { changeUserRole } from "./change-user-role.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

test("a changed role is announced with the old one", async () => {
  const person = await world.createUser({ role: "installer" });
  const card = await changeUserRole.run(world.ctx(admin), {
    userId: person.id,
    role: "geodesist",
    version: 1,
  });
  expect(card).toMatchObject({ role: "geodesist", department: "construction", version: 2 });
  const [event] = await world.db.read<{ type: string; payload: unknown }>(
    "select type, payload from outbox where entity_type = 'user' and entity_id = $1",
    [person.id],
  );
  expect(event).toEqual({
    type: "user.role_changed",
    payload: { userId: person.id, from: "installer", to: "geodesist" },
  });
});

test("setting the same role is no change", async () => {
  const person = await world.createUser({ role: "installer" });
  const asked = { userId: person.id, role: "installer" as const, version: 1 };
  const refusal = await refusalOf(changeUserRole.run(world.ctx(admin), asked));
  expect(fieldsOf(refusal)).toEqual(["role: role_same"]);
});

test("a user who is not active gets a role only by approval", async () => {
  const person = await world.createUser({ role: null, status: "pending" });
  const asked = { userId: person.id, role: "installer" as const, version: 1 };
  const refusal = await refusalOf(changeUserRole.run(world.ctx(admin), asked));
  expect(refusal).toMatchObject({ code: "conflict", details: { sentence: "person_not_active" } });
});

test("the last admin keeps the role, and nobody changes their own", async () => {
  const before = await world.traces();
  const asked = { userId: admin.id, role: "director" as const, version: 1 };
  const byJob = await refusalOf(changeUserRole.run(world.ctx(world.job("people", "roles.manage")), asked));
  expect(byJob).toMatchObject({ code: "conflict", details: { sentence: "last_admin" } });
  const own = await refusalOf(changeUserRole.run(world.ctx(admin), asked));
  expect(own).toMatchObject({ code: "forbidden", details: { sentence: "own_account" } });
  expect(await world.traces()).toEqual(before);
});

test("an older version is refused", async () => {
  const person = await world.createUser({ role: "installer" });
  const asked = { userId: person.id, role: "pto" as const, version: 3 };
  expect((await refusalOf(changeUserRole.run(world.ctx(admin), asked))).code).toBe("version_conflict");
});
