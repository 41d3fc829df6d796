import type { Actor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { registerUser } from "./register-user.ts";

let world: World;
let registration: Actor;
beforeAll(async () => {
  world = await createTestWorld();
  registration = world.job("registration");
});
afterAll(() => world.close());

test("a new user is pending and has no role", async () => {
  const user = await registerUser.run(world.ctx(registration), {
    telegramId: "3000001",
    fullName: "Яна Кац",
  });
  expect(user).toMatchObject({
    telegramId: "3000001",
    status: "pending",
    role: null,
    department: null,
    locale: "ru",
  });
});

test("a known user is returned unchanged, and nothing is written", async () => {
  const first = await registerUser.run(world.ctx(registration), {
    telegramId: "3000002",
    fullName: "Яна Кац",
  });
  const before = await world.traces();
  const again = await registerUser.run(world.ctx(registration), {
    telegramId: "3000002",
    fullName: "Кто-то Другой",
  });
  expect(again).toEqual(first);
  expect(await world.traces()).toEqual(before);
});

test("two parallel first messages make one user", async () => {
  const asked = { telegramId: "3000003", fullName: "Яна Кац" };
  const both = await Promise.all([1, 2, 3].map(() => registerUser.run(world.ctx(registration), asked)));
  expect(new Set(both.map((user) => user.id)).size).toBe(1);
});

test("a first admin is approved at once, also if they registered before being named", async () => {
  const asked = { telegramId: "3000004", fullName: "Пётр Первый", asAdmin: true };
  expect(await registerUser.run(world.ctx(registration), asked)).toMatchObject({
    status: "active",
    role: "admin",
  });
  const early = await world.createUser({ role: null, status: "pending" });
  const late = { telegramId: early.telegramId, fullName: "Не Важно", asAdmin: true };
  expect(await registerUser.run(world.ctx(registration), late)).toMatchObject({
    id: early.id,
    status: "active",
    role: "admin",
    fullName: early.fullName,
  });
});

test("a deactivated user does not return by registering, not even as a first admin", async () => {
  const gone = await world.createUser({ status: "deactivated" });
  const asked = { telegramId: gone.telegramId, fullName: "Иван Жилин", asAdmin: true };
  expect(await registerUser.run(world.ctx(registration), asked)).toMatchObject({ status: "deactivated" });
});

test("users cannot register others, not even an admin", async () => {
  const before = await world.traces();
  const admin = await world.as("admin");
  const asked = { telegramId: "3000009", fullName: "Яна Кац" };
  expect((await refusalOf(registerUser.run(world.ctx(admin), asked))).code).toBe("forbidden");
  expect(await world.traces()).toEqual(before);
});

test.each(["", "0", "-5", "12a", "1e3", "12345678901234567890"])(
  "«%s» is not a Telegram id",
  async (telegramId) => {
    const refusal = await refusalOf(
      registerUser.run(world.ctx(registration), { telegramId, fullName: "Яна Кац" }),
    );
    expect(refusal.code).toBe("validation_failed");
  },
);
