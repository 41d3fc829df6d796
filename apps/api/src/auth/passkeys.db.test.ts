import type { UserActor } from "@stsphera/rbac";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createAuthenticator } from "../testing/authenticator.ts";
import { errorOf, verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";
import { waysInto } from "../testing/ways-in.ts";

let api: TestApi;
let ways: ReturnType<typeof waysInto>;
let person: UserActor;
let other: UserActor;

beforeAll(async () => {
  api = await openApi();
  ways = waysInto(api);
  person = await api.world.createUser({ fullName: "Иван Ключевой" });
  other = await api.world.createUser({ fullName: "Пётр Другой" });
});
afterEach(() => {
  api.clock.now = api.world.now;
});
afterAll(() => api.close());

type Key = ReturnType<typeof createAuthenticator>;
type Twist = Parameters<Key["answer"]>[1];

const add = (as: UserActor, response: unknown) => ways.post("passkeys", { response }, { as });
async function registered(as: UserActor = person): Promise<Key> {
  const key = createAuthenticator();
  const answer = await add(as, key.register(await ways.newChallenge(as)));
  expect(verdict(answer)).toBe("200");
  return key;
}
const enter = async (key: Pick<Key, "answer">, twist?: Twist, challenge?: string) =>
  ways.post("passkey-sessions", { response: key.answer(challenge ?? (await ways.challenge()), twist) });
const state = async () =>
  (
    await api.world.db.read(
      `select (select count(*)::int from sessions) as sessions, (select count(*)::int from passkeys) as passkeys`,
      [],
    )
  )[0];

test("a passkey signs its user in without a name, on the same rights", async () => {
  const key = await registered();
  const entered = await enter(key);
  expect(entered.body).toMatchObject({ user: { id: person.id } });
  expect(verdict(await ways.me(entered))).toBe("200");
  const { items } = (await api.call("GET", "/api/me/passkeys", { as: person })).body as {
    items: { lastUsedAt: string | null }[];
  };
  expect(items[0]?.lastUsedAt).not.toBeNull();
});

test.each<[string, (key: Key) => ReturnType<typeof enter>]>([
  ["an answer from another site", (key) => enter(key, { origin: "https://evil.example" })],
  ["an answer for another host", (key) => enter(key, { host: "evil.example" })],
  ["an answer without the user's verification", (key) => enter(key, { verified: false })],
  ["a challenge that was never issued", (key) => enter(key, {}, "c3RzcGhlcmE")],
  ["a challenge issued for a registration", async (key) => enter(key, {}, await ways.newChallenge(person))],
  ["another key under this key's name", (key) => enter(named(key))],
  [
    "a challenge older than five minutes",
    async (key) => {
      const challenge = await ways.challenge();
      api.clock.now = new Date(api.world.now.getTime() + 5 * 60_000);
      return enter(key, {}, challenge);
    },
  ],
  [
    "an answer sent twice",
    async (key) => {
      const challenge = await ways.challenge();
      const response = key.answer(challenge);
      expect(verdict(await ways.post("passkey-sessions", { response }))).toBe("200");
      return ways.post("passkey-sessions", { response });
    },
  ],
])("refuses %s", async (_name, attempt) => {
  const key = await registered();
  await attempt(key).then((answer) => expect(verdict(answer)).toBe("401 unauthenticated"));
});

/** The answers of a stranger's key, sent under the id of a known one. */
function named(key: Key) {
  const stranger = createAuthenticator();
  const answer: Key["answer"] = (challenge, twist) => ({
    ...stranger.answer(challenge, twist),
    id: key.id,
    rawId: key.id,
  });
  return { answer };
}

test("an unknown key is refused, and nothing is written", async () => {
  const before = await state();
  const answer = await enter(createAuthenticator());
  expect(verdict(answer)).toBe("401 unauthenticated");
  expect(errorOf(answer).message).toContain("не зарегистрирован");
  expect(await state()).toEqual(before);
});

test("a counter that does not grow is a copy of the key", async () => {
  const key = await registered();
  expect(verdict(await enter(key, { counter: 5 }))).toBe("200");
  for (const counter of [5, 4, 0]) {
    const answer = await enter(key, { counter });
    expect(verdict(answer)).toBe("401 unauthenticated");
    expect(errorOf(answer).message).toContain("не с того устройства");
  }
  expect(verdict(await enter(key, { counter: 6 }))).toBe("200");
});

test("a registration answers its own user's challenge only, once, from the right page", async () => {
  const key = createAuthenticator();
  const [foreign, own] = [await ways.newChallenge(other), await ways.newChallenge(person)];
  const before = await state();
  const refused = [
    await add(person, key.register(foreign)),
    await add(person, key.register(await ways.challenge())),
    await add(person, key.register(await ways.newChallenge(person), { origin: "https://evil.example" })),
    await add(person, key.register(await ways.newChallenge(person), { verified: false })),
  ];
  for (const answer of refused) expect(verdict(answer)).toBe("409 conflict");
  expect(await state()).toEqual(before);
  const response = key.register(own);
  expect(verdict(await add(person, response))).toBe("200");
  expect(verdict(await add(person, response))).toBe("409 conflict");
});

test("a removed passkey signs nobody in, and its sessions stop at once; nobody removes another's", async () => {
  const key = await registered();
  const entered = await enter(key);
  const { items } = (await api.call("GET", "/api/me/passkeys", { as: person })).body as {
    items: { id: number }[];
  };
  const path = `/api/me/passkeys/${items[0]?.id}`;
  expect(verdict(await api.call("DELETE", path, { as: other }))).toBe("404 not_found");
  expect(verdict(await api.call("DELETE", path, { as: person }))).toBe("200");
  expect(verdict(await ways.me(entered))).toBe("401 unauthenticated");
  const again = await enter(key);
  expect(errorOf(again).message).toContain("удалён");
  expect(verdict(await api.call("DELETE", path, { as: person }))).toBe("404 not_found");
});

test("the passkey of a user whose access is closed signs nobody in", async () => {
  const leaver = await api.world.createUser({ fullName: "Борис Уходящий" });
  const key = await registered(leaver);
  const body = { to: "deactivated", version: 1, reason: "уволен" };
  const admin = await api.world.as("admin");
  await api.call("POST", `/api/users/${leaver.id}/transitions`, { as: admin, body });
  const answer = await enter(key);
  expect(verdict(answer)).toBe("401 unauthenticated");
  expect(errorOf(answer).message).toContain("Этот ключ удалён");
});
