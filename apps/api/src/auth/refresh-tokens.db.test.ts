import { signInAnswer } from "@stsphera/contracts";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { verdict } from "../testing/errors.ts";
import { initData } from "../testing/init-data.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterEach(() => {
  api.clock.now = api.world.now;
});
afterAll(() => api.close());

const later = (seconds: number) => {
  api.clock.now = new Date(api.world.now.getTime() + seconds * 1000);
};
const refresh = (refreshToken: string) => api.call("POST", "/api/auth/refresh", { body: { refreshToken } });
const renewed = async (token: string) => signInAnswer.parse((await refresh(token)).body);
async function begin(): Promise<string> {
  const body = { initData: initData({ at: api.clock.now }) };
  return signInAnswer.parse((await api.call("POST", "/api/auth/telegram", { body })).body).refreshToken;
}

test("each refresh returns another token of the same user", async () => {
  const first = await begin();
  const second = await renewed(first);
  const third = await renewed(second.refreshToken);
  expect(new Set([first, second.refreshToken, third.refreshToken]).size).toBe(3);
  const { accessToken } = third;
  const me = await api.call("GET", "/api/me", { headers: { authorization: `Bearer ${accessToken}` } });
  expect(me.body).toMatchObject({ user: { telegramId: "1000011" } });
});

test("a token used again within thirty seconds returns the same successor", async () => {
  const first = await begin();
  const { refreshToken: successor } = await renewed(first);
  later(30);
  expect((await renewed(first)).refreshToken).toBe(successor);
});

test("a token sent by two connections at once gets one successor", async () => {
  const first = await begin();
  const answers = await Promise.all([renewed(first), renewed(first), renewed(first)]);
  expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1);
});

test("a token used again later ends the whole session", async () => {
  const first = await begin();
  const { refreshToken: successor } = await renewed(first);
  later(31);
  expect(verdict(await refresh(first))).toBe("401 unauthenticated");
  expect(verdict(await refresh(successor))).toBe("401 unauthenticated");
});

test("a session that ends by its own user rings no more", async () => {
  const token = await begin();
  const { accessToken, refreshToken } = await renewed(token);
  const [session] = await api.world.db.sql<{ id: number; userId: number }[]>`
    select id, user_id as "userId" from sessions order by id desc limit 1`;
  const { id = 0, userId = 0 } = session ?? {};
  await api.world.db.sql`
    insert into push_subscriptions (user_id, session_id, endpoint, p256dh, auth, created_at)
    values (${userId}, ${id}, 'https://push.example.org/p/left', 'key', 'auth', ${api.world.now})`;
  const headers = { authorization: `Bearer ${accessToken}` };
  await api.call("POST", "/api/auth/logout", { headers, body: { refreshToken } });
  expect(await api.world.db.sql`select id from push_subscriptions where session_id = ${id}`).toHaveLength(0);
});

test("another session of the same user goes on", async () => {
  const [first, other] = [await begin(), await begin()];
  await renewed(first);
  later(31);
  await refresh(first);
  expect((await refresh(other)).status).toBe(200);
});

test("a token lives for thirty days", async () => {
  const [first, other] = [await begin(), await begin()];
  later(30 * 24 * 3600 - 1);
  expect((await refresh(first)).status).toBe(200);
  later(30 * 24 * 3600);
  expect(verdict(await refresh(other))).toBe("401 unauthenticated");
});

test("signing out ends only one's own session", async () => {
  const token = await begin();
  const [stranger, foreman] = [await api.world.as("supply"), await api.world.as("construction_itr")];
  const body = { refreshToken: token };
  expect((await api.call("POST", "/api/auth/logout", { as: stranger, body })).status).toBe(204);
  const next = await renewed(token);
  const own = await api.call("POST", "/api/auth/logout", {
    as: foreman,
    body: { refreshToken: next.refreshToken },
  });
  expect(own.status).toBe(204);
  expect(verdict(await refresh(next.refreshToken))).toBe("401 unauthenticated");
});

test("an unknown and a malformed token are refused", async () => {
  expect(verdict(await refresh("A".repeat(43)))).toBe("401 unauthenticated");
  expect(verdict(await refresh("short"))).toBe("422 validation_failed");
});

test("only hashes are stored", async () => {
  const token = await begin();
  const rows = await api.world.db.read<{ all: string }>(
    "select row_to_json(t)::text as all from refresh_tokens t",
    [],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.all).not.toContain(token);
});
