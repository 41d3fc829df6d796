import { schema } from "@stsphera/db";
import { getDashboard } from "../../domains/dashboard/index.ts";
import { NOTICES } from "../../domains/index.ts";
import { mayHold, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { listNotifications } from "./list-notifications.ts";
import { markAllNotificationsRead } from "./mark-all-notifications-read.ts";
import { markNotificationRead } from "./mark-notification-read.ts";
import { notificationSummary } from "./notification-summary.ts";
import { READING_RIGHTS } from "./reading-rights.ts";

let world: World;
let manager: UserActor;
let stranger: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  manager = await world.as("project_manager");
  stranger = await world.as("supply");
});
afterAll(() => world.close());

type Category = "facts" | "people" | "construction";
async function tell(person: UserActor, key: string, category: Category, minute: number): Promise<number> {
  const at = new Date(world.now.getTime() + minute * 60_000);
  const [row] = await world.db.orm
    .insert(schema.notifications)
    .values({
      userId: person.id,
      key,
      type: "fact.day_card",
      category,
      priority: "normal",
      title: "Факт за 8 сентября",
      text: "Юг, 1: 10 из 12",
      deepLink: "o1_fact",
      actions: [{ key: "open", label: "Открыть", style: "primary" }],
      createdAt: world.now,
      updatedAt: at,
    })
    .returning({ id: schema.notifications.id });
  return row?.id ?? 0;
}

test("a user's own notifications are listed newest first, page by page", async () => {
  const ids = [await tell(manager, "a", "facts", 1), await tell(manager, "b", "people", 3)];
  ids.push(await tell(manager, "c", "facts", 2));
  await tell(stranger, "a", "facts", 9);
  const first = await listNotifications.run(world.ctx(manager), { limit: 2 });
  const second = await listNotifications.run(world.ctx(manager), {
    limit: 2,
    cursor: first.nextCursor ?? "",
  });
  expect([...first.items, ...second.items].map((item) => item.id)).toEqual([ids[1], ids[2], ids[0]]);
  expect(second.nextCursor).toBeNull();
  expect(first.items[0]).toMatchObject({
    readAt: null,
    updatedAt: "2026-09-08T07:03:00.000Z",
    actions: [{ key: "open", label: "Открыть", style: "primary" }],
  });
  const people = await listNotifications.run(world.ctx(manager), { category: "people" });
  expect(people.items.map((item) => item.id)).toEqual([ids[1]]);
});

test("reading one decreases the count, and a repetition changes nothing", async () => {
  expect(await notificationSummary.run(world.ctx(manager), {})).toEqual({
    unread: 3,
    byCategory: { facts: 2, people: 1 },
  });
  const [newest] = (await listNotifications.run(world.ctx(manager), {})).items;
  const notificationId = newest?.id ?? 0;
  const read = await markNotificationRead.run(world.ctx(manager), { notificationId });
  const later = new Date(world.now.getTime() + 3_600_000);
  expect(await markNotificationRead.run(world.ctx(manager, { now: later }), { notificationId })).toEqual(
    read,
  );
  expect(await notificationSummary.run(world.ctx(manager), {})).toEqual({
    unread: 2,
    byCategory: { facts: 2 },
  });
  const unread = await listNotifications.run(world.ctx(manager), { unread: "true" });
  expect(unread.items).toHaveLength(2);
});

test("regression 6: another user's notification does not exist, not even for an admin", async () => {
  const id = await tell(stranger, "mine", "facts", 5);
  const before = await world.traces();
  for (const actor of [manager, await world.as("admin")]) {
    const refusal = await refusalOf(markNotificationRead.run(world.ctx(actor), { notificationId: id }));
    expect(refusal.code).toBe("not_found");
  }
  expect(await world.traces()).toEqual(before);
  const [row] = await world.db.read<{ unread: boolean }>(
    "select read_at is null as unread from notifications where id = $1",
    [id],
  );
  expect(row?.unread).toBe(true);
});

test("all of a category, then all the rest are marked read at once; other users keep theirs", async () => {
  await tell(manager, "d", "people", 6);
  expect(await markAllNotificationsRead.run(world.ctx(manager), { category: "facts" })).toEqual({
    marked: 2,
  });
  expect(await markAllNotificationsRead.run(world.ctx(manager), {})).toEqual({ marked: 1 });
  expect(await markAllNotificationsRead.run(world.ctx(manager), {})).toEqual({ marked: 0 });
  expect((await notificationSummary.run(world.ctx(stranger), {})).unread).toBe(2);
});

test("marking as read notifies nobody but is recorded", async () => {
  const id = await tell(manager, "e", "facts", 7);
  const before = await world.traces();
  await markNotificationRead.run(world.ctx(manager), { notificationId: id });
  expect(await world.traces()).toEqual({ audit: before.audit + 1, outbox: before.outbox });
});

test("old texts of an object are read by nobody who has left it, nor those of work by who only observes it now", async () => {
  const { id: objectId } = await world.createTestObject({ team: ["pto", "installer"] });
  const [leaver, observer] = [await world.as("pto"), await world.as("installer")];
  for (const [at, person] of [leaver, observer].entries()) {
    await tell(person, `former-${at}-facts`, "facts", 1);
    await tell(person, `former-${at}-construction`, "construction", 1);
    await tell(person, `former-${at}-people`, "people", 2);
  }
  await world.db.sql`update notifications set object_id = ${objectId} where key like 'former-%'`;
  await world.db.sql`delete from object_roles where user_id = ${leaver.id}`;
  await world.db.sql`update users set role = 'viewer' where id = ${observer.id}`;
  const read = async (person: UserActor) => {
    const ctx = world.ctx(await world.again(person));
    const { items } = await listNotifications.run(ctx, {});
    const { unread } = await notificationSummary.run(ctx, {});
    return [items.map(({ category }) => category), unread];
  };
  expect(await read(leaver)).toEqual([[], 0]);
  expect(await read(observer)).toEqual([["people"], 1]);
});

test("what was sent by a right is hidden from who has lost it, company-wide news too", async () => {
  const { id: objectId } = await world.createTestObject({});
  const boss = await world.createUser({ role: "admin" });
  const leader = await world.createUser({ role: "project_manager" });
  const types = Object.keys(READING_RIGHTS);
  await world.db.sql`insert into object_roles (object_id, user_id, role, since)
    values (${objectId}, ${leader.id}, 'project_manager', ${world.now})`;
  for (const person of [boss, leader])
    for (const [at, type] of types.entries()) {
      await tell(person, `${type} of the company`, "people", at);
      await tell(person, `${type} there`, "people", at);
      await world.db.sql`update notifications set type = ${type},
        object_id = case when key like '%there' then ${objectId}::int end
        where user_id = ${person.id} and key like ${`${type} %`}`;
    }
  const read = async (person: UserActor) => {
    const ctx = world.ctx(await world.again(person));
    const { items } = await listNotifications.run(ctx, {});
    const { unread } = await notificationSummary.run(ctx, {});
    const { waiting } = await getDashboard.run(ctx, {});
    expect([unread, waiting.unread]).toEqual([items.length, items.length]);
    return items.map(({ objectId: at }) => at !== null);
  };
  expect(await read(boss)).toHaveLength(types.length * 2);
  const thereAs = (role: "project_manager" | "installer") =>
    Object.values(READING_RIGHTS)
      .filter((right) => mayHold(role, right))
      .map(() => true);
  expect(await read(leader)).toEqual(thereAs("project_manager"));
  for (const role of ["safety", "supply"] as const) {
    await world.db.sql`update users set role = ${role} where id = ${boss.id}`;
    expect(await read(boss)).toEqual([]);
  }
  await world.db.sql`update object_roles set role = 'installer' where user_id = ${leader.id}`;
  expect(await read(leader)).toEqual(thereAs("installer"));
});

test("every notice to a group names the right to read it, or is of tasks or entries", () => {
  // Those who know a card are a group, too: nothing but their right keeps them in it.
  const bound = Object.values(NOTICES)
    .flatMap((notices) => ("card" in notices ? [notices] : "to" in notices ? [] : notices))
    .filter(({ to }) =>
      to.some((who) => ["admins", "managers", "known"].includes(who) || who.startsWith("holders of")),
    )
    .filter(({ card }) => card.category !== "tasks" && card.category !== "facts")
    .map(({ card }) => card.name);
  expect(new Set(bound)).toEqual(new Set(Object.keys(READING_RIGHTS)));
});
