import { randomBytes, randomUUID } from "node:crypto";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../../testing/index.ts";
import { loadActor } from "../../../kernel/index.ts";
import { changeUserStatus } from "../../people/index.ts";
import { endAllSessions } from "../end-all-sessions.ts";
import { endSession } from "../end-session.ts";
import { listMySessions } from "../list-my-sessions.ts";
import { getMyPush } from "./get-my-push.ts";
import { subscribePush } from "./subscribe-push.ts";
import { tryPush } from "./try-push.ts";
import { unsubscribePush } from "./unsubscribe-push.ts";

let world: World;
let foreman: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  foreman = await world.as("construction_itr");
});
afterAll(() => world.close());

const browser = () => ({
  endpoint: `https://push.example.org/p/${randomUUID()}`,
  p256dh: `B${randomBytes(65).toString("base64url").slice(1)}`,
  auth: randomBytes(16).toString("base64url"),
});

async function signIn(userId: number, givenBy: number | null = null): Promise<number> {
  const [session] = await world.db.orm
    .insert(schema.sessions)
    .values({
      family: randomUUID(),
      userId,
      kind: givenBy === null ? "passkey" : "given",
      givenBy,
      browser: "Chrome, Android",
      address: "203.0.113.7",
      createdAt: world.now,
      lastSeenAt: world.now,
      expiresAt: new Date(world.now.getTime() + 86_400_000),
    })
    .returning();
  return session?.id ?? 0;
}

const subscribe = async (actor: UserActor, more: Partial<ReturnType<typeof browser>> = {}) => {
  const sessionId = await signIn(actor.id);
  await subscribePush.run(world.ctx(actor), { sessionId, ...browser(), ...more });
  return sessionId;
};
const ringing = async (userId: number) =>
  (
    await world.db.sql<{ id: number }[]>`
    select session_id as id from push_subscriptions where user_id = ${userId} order by id`
  ).map(({ id }) => id);

test("a browser rings from its session on, and the list of devices says so", async () => {
  const person = await world.createUser({ role: "supply" });
  const [loud, quiet] = [await subscribe(person), await signIn(person.id)];
  const { items } = await listMySessions.run(world.ctx(person), {});
  expect(items.map(({ id, rings }) => [id, rings]).toSorted()).toEqual(
    [
      [loud, true],
      [quiet, false],
    ].toSorted(),
  );
  await unsubscribePush.run(world.ctx(person), { sessionId: loud });
  expect(await ringing(person.id)).toEqual([]);
});

test("this session is told whether it rings, and by which key of the scheduler", async () => {
  const person = await world.createUser({ role: "supply" });
  const sessionId = await subscribe(person);
  const here = await loadActor(world.db, { userId: person.id, sessionId }, world.now);
  if (here === null) throw new Error("no session");
  expect(await getMyPush.run(world.ctx(here), {})).toEqual({ publicKey: null, sessionId, rings: true });
  const beat = (at: Date) => world.db.sql`
    insert into ops_records (kind, at, ok, details) values ('heartbeat', ${at}, true, '{"lsn": "0/1", "pushKey": "BKey"}')`;
  await beat(new Date(world.now.getTime() - 3_600_000));
  expect(await getMyPush.run(world.ctx(here), {})).toMatchObject({ publicKey: null });
  await beat(world.now);
  expect(await getMyPush.run(world.ctx(here), {})).toEqual({ publicKey: "BKey", sessionId, rings: true });
});

test("never the session of another, nor one by an administrator's link", async () => {
  const other = await world.createUser({ role: "supply" });
  const admin = await world.as("admin");
  for (const sessionId of [await signIn(other.id), await signIn(foreman.id, admin.id)]) {
    const refused = await refusalOf(subscribePush.run(world.ctx(foreman), { sessionId, ...browser() }));
    expect(refused.code).toBe("not_found");
  }
  const givenId = await signIn(other.id, admin.id);
  const given = await loadActor(world.db, { userId: other.id, sessionId: givenId }, world.now);
  if (given === null) throw new Error("no session");
  const own = await signIn(other.id);
  const refused = await refusalOf(subscribePush.run(world.ctx(given), { sessionId: own, ...browser() }));
  expect(refused.code).toBe("forbidden");
  expect(await getMyPush.run(world.ctx(given), {})).toMatchObject({ sessionId: null, rings: false });
  expect(await ringing(other.id)).toEqual([]);
});

test.each([
  ["an address of one's own network", { endpoint: "https://10.0.0.5/p" }, "endpoint"],
  ["the metadata of a cloud", { endpoint: "https://169.254.169.254/latest" }, "endpoint"],
  ["plain http", { endpoint: "http://push.example.org/p" }, "endpoint"],
  ["a key of another length", { p256dh: "BAAA" }, "p256dh"],
  ["a secret of another length", { auth: "AAAA" }, "auth"],
])("%s is refused, and nothing is written", async (_what, change, field) => {
  const sessionId = await signIn(foreman.id);
  const before = [await world.traces(), await ringing(foreman.id)];
  const refused = await refusalOf(
    subscribePush.run(world.ctx(foreman), { sessionId, ...browser(), ...change }),
  );
  expect(fieldsOf(refused).join()).toContain(field);
  expect([await world.traces(), await ringing(foreman.id)]).toEqual(before);
});

test("a browser rings for who is signed in there now: its former user hears nothing any more", async () => {
  const [former, next] = [
    await world.createUser({ role: "supply" }),
    await world.createUser({ role: "pto" }),
  ];
  const shared = browser();
  await subscribe(former, shared);
  const sessionId = await subscribe(next, shared);
  expect([await ringing(former.id), await ringing(next.id)]).toEqual([[], [sessionId]]);
});

test("a browser that was given another address rings since it was switched on", async () => {
  const person = await world.createUser({ role: "supply" });
  const sessionId = await subscribe(person);
  const later = { ...world.ctx(person), now: new Date(world.now.getTime() + 3_600_000) };
  const moved = browser();
  await subscribePush.run(later, { sessionId, ...moved });
  const rows = await world.db
    .sql`select endpoint, created_at from push_subscriptions where user_id = ${person.id}`;
  expect(rows).toMatchObject([{ endpoint: moved.endpoint, created_at: world.now }]);
});

test("ten browsers of a person ring; the eleventh is refused", async () => {
  const person = await world.createUser({ role: "supply" });
  for (let at = 0; at < 10; at += 1) await subscribe(person);
  const refused = await refusalOf(subscribe(person));
  expect([refused.code, refused.details]).toMatchObject(["conflict", { sentence: "push_too_many" }]);
});

test("browsers whose sessions ended or expired do not count, and are forgotten", async () => {
  const person = await world.createUser({ role: "supply" });
  const given: number[] = [];
  for (let at = 0; at < 10; at += 1) given.push(await subscribe(person));
  await world.db.sql`update sessions set ended_at = ${world.now} where id = ${given[0] ?? 0}`;
  await world.db.sql`update sessions set expires_at = ${world.now} where id = ${given[1] ?? 0}`;
  const added = await subscribe(person);
  expect(await ringing(person.id)).toEqual([...given.slice(2), added]);
});

test("a browser stops ringing when its session ends, everywhere at once, and with the access", async () => {
  const person = await world.createUser({ role: "supply" });
  const [first, second] = [await subscribe(person), await subscribe(person)];
  await endSession.run(world.ctx(person), { sessionId: first });
  expect(await ringing(person.id)).toEqual([second]);
  await endAllSessions.run(world.ctx(person), {});
  expect(await ringing(person.id)).toEqual([]);
  await subscribe(person);
  const version = (await world.db.sql`select version from users where id = ${person.id}`)[0]?.[
    "version"
  ] as number;
  await changeUserStatus.run(world.ctx(await world.as("admin")), {
    userId: person.id,
    version,
    move: "deactivate",
    reason: "Уволился",
  });
  expect(await ringing(person.id)).toEqual([]);
});

test("five trials within ten minutes, in a browser that rings", async () => {
  const person = await world.createUser({ role: "supply" });
  const silent = await signIn(person.id);
  expect((await refusalOf(tryPush.run(world.ctx(person), { sessionId: silent }))).details).toMatchObject({
    sentence: "push_is_off",
  });
  const sessionId = await subscribe(person);
  for (let at = 0; at < 5; at += 1) await tryPush.run(world.ctx(person), { sessionId });
  expect((await refusalOf(tryPush.run(world.ctx(person), { sessionId }))).details).toMatchObject({
    sentence: "push_tried_often",
  });
  const later = new Date(world.now.getTime() + 600_000);
  await tryPush.run({ ...world.ctx(person), now: later }, { sessionId });
});

test("a browser that names its address in other words is the same browser, and rings for one user", async () => {
  const { endpoint } = browser();
  const first = await world.createUser({ role: "supply" });
  const second = await world.createUser({ role: "production" });
  await subscribe(first, { endpoint: endpoint.replace("https://", " HTTPS:\\\\") });
  const sessionId = await subscribe(second, { endpoint });
  expect(await ringing(first.id)).toEqual([]);
  expect(await ringing(second.id)).toEqual([sessionId]);
});
