import { me, signInAnswer } from "@stsphera/contracts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorOf, verdict } from "../testing/errors.ts";
import { initData } from "../testing/init-data.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const signIn = (data: unknown) => api.call("POST", "/api/auth/telegram", { body: { initData: data } });
const register = (data: string, said: object = {}) =>
  api.call("POST", "/api/auth/register", {
    body: { initData: data, consent: true, fullName: "Вадим Ершов", ...said },
  });
const introduce = (data: string) => api.call("POST", "/api/auth/introduce", { body: { initData: data } });
const counted = async () => {
  const [row] = await api.world.db.read<{ users: number; tokens: number }>(
    "select (select count(*)::int from users) as users, (select count(*)::int from refresh_tokens) as tokens",
    [],
  );
  return row;
};
const seconds = (difference: number) => new Date(api.world.now.getTime() + difference * 1000);

test("a user signs in, and the token gives access to their own data", async () => {
  const answer = await signIn(initData({ at: api.world.now }));
  expect(answer.status).toBe(200);
  const session = signInAnswer.parse(answer.body);
  expect(session).toMatchObject({ expiresIn: 900, user: { telegramId: "1000011", status: "active" } });
  const mine = await api.call("GET", "/api/me", {
    headers: { authorization: `Bearer ${session.accessToken}` },
  });
  expect(me.parse(mine.body).user).toEqual(session.user);
});

test.each([
  ["the number 123", 123, "422 validation_failed"],
  ["the text 123", "123", "401 unauthenticated"],
  ["an empty text", "", "422 validation_failed"],
  ["a bare user", `user=${encodeURIComponent('{"id":1000001}')}`, "401 unauthenticated"],
])("regression 1: initData of %s signs nobody in", async (_name, data, expected) => {
  const before = await counted();
  expect(verdict(await signIn(data))).toBe(expected);
  expect(await counted()).toEqual(before);
});

test.each(["dev_user_id", "devUserId", "userId", "telegramId"])(
  "regression 1: the parameter %s signs nobody in",
  async (name) => {
    const before = await counted();
    const data = initData({ at: api.world.now, botToken: "1:forged" });
    const inBody = await api.call("POST", "/api/auth/telegram", {
      body: { initData: data, [name]: 1_000_001 },
    });
    expect(verdict(inBody)).toBe("422 validation_failed");
    const inAddress = await api.call("POST", `/api/auth/telegram?${name}=1000001`, {
      body: { initData: data },
    });
    expect(inAddress.status).toBeGreaterThanOrEqual(401);
    expect((await api.call("GET", `/api/me?${name}=1000001`)).status).toBe(401);
    expect((await api.call("GET", "/api/me", { headers: { [`x-${name}`]: "1000001" } })).status).toBe(401);
    expect(await counted()).toEqual(before);
  },
);

const good = () => initData({ at: api.world.now });
test.each([
  ["an hour old and more", () => initData({ at: seconds(-3601) })],
  ["from the future", () => initData({ at: seconds(61) })],
  [
    "with a changed hash",
    () => good().replace(/hash=./, (found) => (found.endsWith("0") ? "hash=1" : "hash=0")),
  ],
  ["with a changed user", () => good().replace("1000011", "1000001")],
  ["signed by another bot", () => initData({ at: api.world.now, botToken: "7000000002:other" })],
  ["with a key given twice", () => `${good()}&auth_date=1`],
  [
    "with a user given twice",
    () => `${good()}&user=${encodeURIComponent('{"id":1000001,"first_name":"A"}')}`,
  ],
  ["over 8 KB", () => initData({ at: api.world.now, fields: { start_param: "a".repeat(9000) } })],
  ["with a control character", () => initData({ at: api.world.now, fields: { start_param: "a\u0007b" } })],
  ["without a date", () => initData({ at: api.world.now, fields: { auth_date: "yesterday" } })],
  ["of a bot", () => initData({ at: api.world.now, user: { is_bot: true } })],
])("regression 2: initData %s is refused and writes nothing", async (_name, data) => {
  const before = await counted();
  const answer = await signIn(data());
  expect(verdict(answer)).toBe("401 unauthenticated");
  expect(errorOf(answer).message).not.toBe("");
  expect(await counted()).toEqual(before);
});

test("initData over the maximum body size is refused", async () => {
  expect(verdict(await signIn("a".repeat(20_000)))).toBe("422 validation_failed");
  expect(verdict(await signIn("a".repeat(2 * 1024 * 1024)))).toBe("413 payload_too_large");
});

test("initData of fifty minutes ago is still valid", async () => {
  expect((await signIn(initData({ at: seconds(-3000) }))).status).toBe(200);
});

test("regression 3: a deactivated user's tokens stop at once, the refresh token too", async () => {
  const person = await api.world.createUser({ fullName: "Борис Уходящий" });
  const session = signInAnswer.parse(
    (await signIn(initData({ at: api.world.now, id: Number(person.telegramId) }))).body,
  );
  const headers = { authorization: `Bearer ${session.accessToken}` };
  expect((await api.call("GET", "/api/objects", { headers })).status).toBe(200);

  const admin = await api.world.as("admin");
  const body = { to: "deactivated", version: 1, reason: "уволен по собственному" };
  expect((await api.call("POST", `/api/users/${person.id}/transitions`, { as: admin, body })).status).toBe(
    200,
  );

  const afterwards = await api.call("GET", "/api/objects", { headers });
  expect(verdict(afterwards)).toBe("401 unauthenticated");
  expect(verdict(await api.call("GET", "/api/me", { headers }))).toBe("401 unauthenticated");
  const refresh = { refreshToken: session.refreshToken };
  expect(verdict(await api.call("POST", "/api/auth/refresh", { body: refresh }))).toBe("401 unauthenticated");
  const again = await signIn(initData({ at: api.world.now, id: Number(person.telegramId) }));
  expect(verdict(again)).toBe("401 unauthenticated");
  expect(errorOf(again).message).toContain("Доступ закрыт");
});

test("regression 3: a rejected user's token is refused at once", async () => {
  const person = await api.world.createUser({ status: "rejected", role: null });
  const answer = await api.call("GET", "/api/me", { as: person });
  expect(verdict(answer)).toBe("401 unauthenticated");
  expect(errorOf(answer).message).toContain("раз в день");
});

test("a refused person learns why and asks again a day later, once", async () => {
  const data = () => initData({ at: api.clock.now, id: 5_000_003 });
  const { user } = signInAnswer.parse((await register(data())).body);
  const admin = await api.world.as("admin");
  const refuse = async (version: number) =>
    api.call("POST", `/api/users/${user.id}/transitions`, {
      as: admin,
      body: { move: "refuse", version, reason: "Нет такого сотрудника" },
    });
  expect((await refuse(1)).status).toBe(200);
  const against = await signIn(data());
  expect(verdict(against)).toBe("401 unauthenticated");
  expect((await introduce(data())).body).toMatchObject({
    standing: "rejected",
    fullName: "Вадим Ершов",
    refusal: { reason: "Нет такого сотрудника", by: admin.fullName },
  });
  const early = await register(data());
  expect(verdict(early)).toBe("409 conflict");
  expect(errorOf(early).message).toContain("раз в день");
  api.clock.now = new Date(api.clock.now.getTime() + 86_400_000);
  const again = signInAnswer.parse((await register(data(), { fullName: "Вадим Ершов-Белов" })).body);
  expect(again.user).toMatchObject({ id: user.id, fullName: "Вадим Ершов-Белов", status: "pending" });
  expect((await refuse(3)).status).toBe(200);
  expect(verdict(await register(data()))).toBe("409 conflict");
  api.clock.now = api.world.now;
});

test("nobody is stored before they agreed and said their name; they may look at what is known of them", async () => {
  const before = await counted();
  const data = initData({
    at: api.world.now,
    id: 5_000_098,
    user: { first_name: "Вадим 🏗", last_name: "\u202eЕршов" },
  });
  const refused = await signIn(data);
  expect(verdict(refused)).toBe("401 unauthenticated");
  expect(errorOf(refused).message).toContain("не представились");
  expect((await introduce(data)).body).toEqual({
    standing: "unknown",
    fullName: "Вадим 🏗 Ершов",
    askedAt: null,
    refusal: null,
    invitation: null,
  });
  for (const said of [{ consent: false }, { consent: undefined }, { fullName: "Вадим" }, { phone: "нет" }])
    expect(verdict(await register(data, said))).toBe("422 validation_failed");
  expect(verdict(await register(initData({ at: api.world.now, botToken: "1:forged" })))).toBe(
    "401 unauthenticated",
  );
  expect(await counted()).toEqual(before);
});

test("regression 43: a newcomer is pending and sees only their own account", async () => {
  const answer = await register(initData({ at: api.world.now, id: 5_000_099 }), { phone: "+79161234217" });
  const session = signInAnswer.parse(answer.body);
  expect(session.user).toMatchObject({
    telegramId: "5000099",
    fullName: "Вадим Ершов",
    status: "pending",
    role: null,
  });
  const headers = { authorization: `Bearer ${session.accessToken}` };
  const mine = await api.call("GET", "/api/me", { headers });
  expect(me.parse(mine.body)).toMatchObject({ permissions: [], objects: [] });

  const object = await api.world.createTestObject({ team: [] });
  for (const path of ["/api/objects", "/api/dashboard", "/api/users", "/api/notifications", "/api/crews"]) {
    expect(`${path} ${verdict(await api.call("GET", path, { headers }))}`).toBe(`${path} 403 forbidden`);
  }
  const inside = await api.call("GET", `/api/objects/${object.id}/dashboard`, { headers });
  expect(verdict(inside)).toBe("403 forbidden");
  const renamed = await api.call("PATCH", "/api/me", { headers, body: { locale: "en" } });
  expect(verdict(renamed)).toBe("403 forbidden");
  expect(errorOf(renamed).message).toContain("рассмотрении");
});

test("regression 43: an active user without a role on any object sees no object", async () => {
  const stranger = await api.world.createUser({});
  await api.world.createTestObject();
  expect((await api.call("GET", "/api/objects", { as: stranger })).body).toEqual({
    items: [],
    nextCursor: null,
  });
  expect((await api.call("GET", "/api/dashboard", { as: stranger })).body).toMatchObject({
    objects: [],
    hero: null,
  });
  expect((await api.call("GET", "/api/crews", { as: stranger })).body).toEqual({
    items: [],
    nextCursor: null,
  });
});

test("the installation's first admins get access at once", async () => {
  const session = signInAnswer.parse((await register(initData({ at: api.world.now, id: 5_000_001 }))).body);
  expect(session.user).toMatchObject({ role: "admin", status: "active" });
});

test("two simultaneous registrations of one person create one account", async () => {
  const data = initData({ at: api.world.now, id: 5_000_002 });
  const answers = await Promise.all([register(data), register(data), register(data)]);
  const ids = answers.map(({ body }) => signInAnswer.parse(body).user.id);
  expect(new Set(ids).size).toBe(1);
});
