import type { UserActor } from "@stsphera/rbac";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { errorOf, verdict } from "../testing/errors.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";
import { waysInto } from "../testing/ways-in.ts";

let api: TestApi;
let ways: ReturnType<typeof waysInto>;
let admin: UserActor;
let person: UserActor;

beforeAll(async () => {
  api = await openApi();
  ways = waysInto(api);
  admin = await api.world.as("admin");
  person = await api.world.createUser({ fullName: "Иван Входящий" });
});
afterEach(() => {
  api.clock.now = api.world.now;
});
afterAll(() => api.close());

const later = (minutes: number) => {
  api.clock.now = new Date(api.world.now.getTime() + minutes * 60_000);
};
const counted = async () =>
  (
    await api.world.db.read<{ sessions: number; used: number }>(
      `select (select count(*)::int from sessions) as sessions,
         (select count(*)::int from sign_in_links where used_at is not null) as used`,
      [],
    )
  )[0];

test("a link tells who signs in, as often as it is looked at, and then signs in once", async () => {
  const secret = await ways.link(person);
  for (let n = 0; n < 3; n++) {
    const seen = await ways.post("link-views", { secret });
    expect(seen.body).toMatchObject({ fullName: "Иван Входящий", givenBy: null });
  }
  const entered = await ways.use(secret);
  expect(verdict(entered)).toBe("200");
  expect(entered.body).toMatchObject({ user: { id: person.id } });
  expect(entered.body).not.toHaveProperty("refreshToken");
  expect(verdict(await ways.me(entered))).toBe("200");
  const before = await counted();
  const again = await ways.use(secret);
  expect(verdict(again)).toBe("401 unauthenticated");
  expect(errorOf(again).message).toContain("уже использована");
  expect(await counted()).toEqual(before);
});

test("the cookie is out of reach of scripts and of other sites, and renews the session for thirty days", async () => {
  const entered = await ways.use(await ways.link(person));
  const set = entered.headers.get("set-cookie") ?? "";
  for (const part of ["HttpOnly", "Secure", "SameSite=Strict", "Path=/api/auth", "Max-Age=2592000"])
    expect(set).toContain(part);
  later(60 * 24 * 29);
  const renewed = await ways.renew(ways.cookieOf(entered));
  expect(verdict(await ways.me(renewed))).toBe("200");
  later(60 * 24 * 58);
  expect(verdict(await ways.renew(ways.cookieOf(renewed)))).toBe("200");
});

test("a refresh token of a cookie that is used again later ends the session, its access token too", async () => {
  const entered = await ways.use(await ways.link(person));
  const stolen = ways.cookieOf(entered);
  const renewed = await ways.renew(stolen);
  later(1);
  expect(verdict(await ways.renew(stolen))).toBe("401 unauthenticated");
  expect(verdict(await ways.renew(ways.cookieOf(renewed)))).toBe("401 unauthenticated");
  expect(verdict(await ways.me(renewed))).toBe("401 unauthenticated");
});

test.each([
  ["an expired one", () => later(15), "Срок ссылки вышел"],
  ["one that a newer one cancelled", () => ways.link(person), "отменена"],
])("refuses %s", async (_name, happens, words) => {
  const secret = await ways.link(person);
  await happens();
  const before = await counted();
  for (const answer of [await ways.post("link-views", { secret }), await ways.use(secret)]) {
    expect(verdict(answer)).toBe("401 unauthenticated");
    expect(errorOf(answer).message).toContain(words);
  }
  expect(await counted()).toEqual(before);
});

test("the stored hash of a link signs nobody in, and an unknown secret neither", async () => {
  await ways.link(person);
  const [row] = await api.world.db.read<{ hash: string }>(
    "select token_hash as hash from sign_in_links order by id desc limit 1",
    [],
  );
  const hash = Buffer.from(row?.hash ?? "", "hex").toString("base64url");
  expect(verdict(await ways.use(hash))).toBe("401 unauthenticated");
  expect(verdict(await ways.use(row?.hash ?? ""))).toBe("422 validation_failed");
  expect(verdict(await ways.use("A".repeat(43)))).toBe("401 unauthenticated");
});

test("a link, a session and its access token of a user whose access is closed end at once", async () => {
  const leaver = await api.world.createUser({ fullName: "Борис Уходящий" });
  const entered = await ways.use(await ways.link(leaver));
  const [secret, given] = [await ways.link(leaver), await ways.link(leaver)];
  const body = { to: "deactivated", version: 1, reason: "уволен" };
  await api.call("POST", `/api/users/${leaver.id}/transitions`, { as: admin, body });
  expect(verdict(await ways.me(entered))).toBe("401 unauthenticated");
  expect(verdict(await ways.renew(ways.cookieOf(entered)))).toBe("401 unauthenticated");
  for (const one of [secret, given]) expect(verdict(await ways.use(one))).toBe("401 unauthenticated");
});

test("one session is ended by its row, all of them at once, each stops immediately", async () => {
  const owner = await api.world.createUser({ fullName: "Анна Многорукая" });
  const enter = async () => ways.use(await ways.link(owner));
  const [one, two, three] = [await enter(), await enter(), await enter()];
  const list = async () =>
    (await api.call("GET", "/api/me/sessions", { headers: ways.bearer(one) })).body as {
      items: { id: number; current: boolean }[];
    };
  const { items } = await list();
  expect(items.filter(({ current }) => current)).toHaveLength(1);
  expect(items[0]?.current).toBe(true);
  const other = items.find(({ current }) => !current);
  await api.call("DELETE", `/api/me/sessions/${other?.id}`, { headers: ways.bearer(one) });
  const alive = await Promise.all([two, three].map(async (answer) => verdict(await ways.me(answer))));
  expect(alive.sort()).toEqual(["200", "401 unauthenticated"]);
  const stranger = await api.world.as("supply");
  const foreign = await api.call("DELETE", `/api/me/sessions/${items[0]?.id}`, { as: stranger });
  expect(verdict(foreign)).toBe("404 not_found");
  expect((await api.call("DELETE", "/api/me/sessions", { headers: ways.bearer(one) })).status).toBe(200);
  for (const answer of [one, two, three]) expect(verdict(await ways.me(answer))).toBe("401 unauthenticated");
});

test("a request from a page of another site is refused before anything is read", async () => {
  const secret = await ways.link(person);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
  ];
  for (const headers of foreign) {
    for (const [path, body] of [
      ["link-sessions", { secret }],
      ["browser-sessions", {}],
    ] as const)
      expect(verdict(await ways.post(path, body, { headers }))).toBe("403 forbidden");
  }
  expect(verdict(await ways.use(secret))).toBe("200");
});

test("secrets are in no log line, no audit row, no stored answer and no event", async () => {
  const secret = await ways.link(person);
  const entered = await ways.use(secret);
  const token = ways.cookieOf(entered).split("=")[1] ?? "";
  expect(token.length).toBeGreaterThan(20);
  const stored = await api.world.db.read<{ all: string }>(
    `select row_to_json(t)::text as all from audit_log t union all select row_to_json(t)::text from outbox t
     union all select row_to_json(t)::text from idempotency_keys t
     union all select row_to_json(t)::text from sign_in_links t union all select row_to_json(t)::text from sessions t
     union all select row_to_json(t)::text from refresh_tokens t`,
    [],
  );
  expect(stored.length).toBeGreaterThan(0);
  for (const text of [...stored.map((row) => row.all), ...api.log])
    for (const hidden of [secret, token]) expect(text).not.toContain(hidden);
});
