import { changeUserRole, loadActor } from "@stsphera/core";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuthenticator } from "../testing/authenticator.ts";
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
  person = await api.world.createUser({ role: "project_manager", fullName: "Олег Безсвязный" });
});
afterAll(() => api.close());

const give = (as: UserActor, userId: number) =>
  ways.post("given-links", { userId, reason: "Telegram не работает" }, { as });

test("only an admin gives a link, never to an admin, to oneself, or to one without access", async () => {
  const manager = await api.world.as("project_manager");
  expect(verdict(await give(manager, person.id))).toBe("403 forbidden");
  expect(errorOf(await give(admin, admin.id)).message).toContain("Себе");
  const other = await api.world.createUser({ role: "admin" });
  expect(errorOf(await give(admin, other.id)).message).toContain("другого администратора");
  const pending = await api.world.createUser({ status: "pending", role: null });
  expect(verdict(await give(admin, pending.id))).toBe("409 conflict");
  const [row] = await api.world.db.read<{ count: number }>(
    "select count(*)::int as count from sign_in_links",
    [],
  );
  expect(row?.count).toBe(0);
});

test("the audit log names the admin and the reason, and the person is told of link and sign-in", async () => {
  const entered = await ways.use(await ways.given(admin, person.id));
  expect(verdict(entered)).toBe("200");
  const audit = await api.world.db.read(
    `select action, actor_id as "actorId", reason from audit_log where entity_type = 'sign_in_link' order by id`,
    [],
  );
  expect(audit).toEqual([
    { action: "sign_in_link.give", actorId: admin.id, reason: "Telegram не работает" },
    { action: "sign_in_link.use", actorId: null, reason: null },
  ]);
  const events = await api.world.db.read<{ type: string }>(
    `select type, payload ->> 'userId' as "userId", payload ->> 'madeBy' as "madeBy" from outbox
     where type like 'sign_in_link.%' order by id`,
    [],
  );
  const told = { userId: String(person.id), madeBy: String(admin.id) };
  expect(events).toEqual([
    { type: "sign_in_link.given", ...told },
    { type: "sign_in_link.used", ...told },
  ]);
  const { items } = (await api.call("GET", "/api/me/sessions", { headers: ways.bearer(entered) })).body as {
    items: unknown[];
  };
  expect(items[0]).toMatchObject({ kind: "given", current: true, givenBy: { id: admin.id } });
});

test("the session makes no other way in, and what is done in it is marked", async () => {
  const entered = await ways.use(await ways.given(admin, person.id));
  const headers = ways.bearer(entered);
  expect(errorOf(await ways.post("links", {}, { headers })).message).toContain("по ссылке администратора");
  const key = createAuthenticator();
  const asked = await ways.post("new-passkey-challenges", {}, { headers });
  expect(errorOf(asked).message).toContain("по ссылке администратора");
  const other = await ways.post("new-passkey-challenges", {}, { as: person });
  const { challenge } = (other.body as { options: { challenge: string } }).options;
  const added = await ways.post("passkeys", { response: key.register(challenge) }, { headers });
  expect(errorOf(added).message).toContain("по ссылке администратора");
  const settings = await api.call("PATCH", "/api/me", { headers, body: { locale: "en" } });
  expect(errorOf(settings).message).toContain("по ссылке администратора");
  const { items } = (await api.call("GET", "/api/me/sessions", { headers })).body as {
    items: { id: number; current: boolean }[];
  };
  const own = items.find(({ current }) => current);
  expect((await api.call("DELETE", `/api/me/sessions/${own?.id}`, { headers })).status).toBe(200);
  const [row] = await api.world.db.read<{ by: string }>(
    `select by from audit_log where action = 'session.end' order by id desc limit 1`,
    [],
  );
  expect(row?.by).toBe(`session_given_by:${admin.id}`);
});

test("it gives no rights, and ends after seven days however much it is used", async () => {
  const object = await api.world.createTestObject({
    members: [{ actor: person, roles: ["project_manager"] }],
  });
  const entered = await ways.use(await ways.given(admin, person.id));
  const body = { role: "installer", days: 7, maxUses: 1 };
  const path = `/api/objects/${object.id}/invitations`;
  const invited = await api.call("POST", path, { headers: ways.bearer(entered), body });
  expect(verdict(invited)).toBe("403 forbidden");

  const day = 24 * 3600_000;
  const { now } = api.world;
  api.clock.now = new Date(now.getTime() + 4 * day);
  const renewed = await ways.renew(ways.cookieOf(entered));
  expect(verdict(renewed)).toBe("200");
  api.clock.now = new Date(now.getTime() + 7 * day + 1000);
  expect(verdict(await ways.renew(ways.cookieOf(renewed)))).toBe("401 unauthenticated");
  expect(verdict(await ways.me(renewed))).toBe("401 unauthenticated");
  api.clock.now = now;
});

test("it does not open where the admin or somebody else is signed in", async () => {
  const stranger = await api.world.createUser({ fullName: "Пётр Другой" });
  const other = ways.cookieOf(await ways.use(await ways.link(stranger)));
  const adminsOwn = ways.cookieOf(await ways.use(await ways.link(admin)));
  const secret = await ways.given(admin, person.id);
  for (const cookie of [other, adminsOwn]) {
    const refused = await ways.use(secret, cookie);
    expect(verdict(refused)).toBe("409 conflict");
    expect(errorOf(refused).message).toContain("работает другой человек");
  }
  expect(verdict(await ways.use(secret))).toBe("200");
});

test("one who has become an admin since is not let in, nor stays in", async () => {
  const rising = await api.world.createUser({ role: "pto", fullName: "Яна Растущая" });
  const entered = await ways.use(await ways.given(admin, rising.id));
  const secret = await ways.given(admin, rising.id);
  await changeUserRole.run(api.world.ctx(admin), { userId: rising.id, role: "admin", version: 1 });
  expect(verdict(await ways.use(secret))).toBe("401 unauthenticated");
  expect(verdict(await ways.me(entered))).toBe("401 unauthenticated");
  expect(verdict(await ways.renew(ways.cookieOf(entered)))).toBe("401 unauthenticated");
});

test("admin and session know each other's work: neither decides on it", async () => {
  const entered = await ways.use(await ways.given(admin, person.id));
  expect(verdict(entered)).toBe("200");
  const maker = await loadActor(api.world.db, { userId: admin.id }, api.clock.now);
  expect(maker?.gaveSessionsTo).toContain(person.id);
  const monthLater = new Date(api.clock.now.getTime() + 31 * 24 * 3600_000);
  const then = await loadActor(api.world.db, { userId: admin.id }, monthLater);
  expect(then?.gaveSessionsTo).toBeUndefined();
});
