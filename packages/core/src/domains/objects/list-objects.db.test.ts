import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { getDashboard } from "../dashboard/index.ts";
import { getObjectDashboard } from "./get-object-dashboard.ts";
import { getObject } from "./get-object.ts";
import { listObjects } from "./list-objects.ts";

let world: World;
let foreman: UserActor;
let director: UserActor;
const ids: Record<string, number> = {};

beforeAll(async () => {
  world = await createTestWorld();
  const make = async (name: string, deadline: string, team: ("construction_itr" | "viewer")[]) => {
    ids[name] = (
      await world.createTestObject({ passport: { name, deadline }, team, volumes: [], facades: ["Юг"] })
    ).id;
  };
  await make("Атриум", "2027-03-01", ["construction_itr"]);
  await make("Ёлки", "2026-12-01", ["construction_itr"]);
  await make("Яхта", "2026-11-01", ["viewer"]);
  await world.db.sql`update objects set deadline = null where id = ${ids["Ёлки"] ?? 0}`;
  foreman = await world.as("construction_itr");
  director = await world.as("director");
});
afterAll(() => world.close());

const names = async (actor: UserActor, filters: Parameters<typeof listObjects.run>[1]) =>
  (await listObjects.run(world.ctx(actor), filters)).items.map((item) => item.name);

test("a member sees only their own objects, a company-wide role sees all", async () => {
  expect(await names(foreman, {})).toEqual(["Атриум", "Ёлки"]);
  expect(await names(director, {})).toEqual(["Атриум", "Ёлки", "Яхта"]);
  expect(await names(director, { scope: "mine" })).toEqual([]);
  expect(await names(await world.as("supply"), {})).toEqual([]);
});

test("the nearest deadline comes first and none last, page by page", async () => {
  const first = await listObjects.run(world.ctx(director), { sort: "deadline", limit: 2 });
  expect(first.items.map((item) => item.name)).toEqual(["Яхта", "Атриум"]);
  const cursor = first.nextCursor ?? "";
  const second = await listObjects.run(world.ctx(director), { sort: "deadline", limit: 2, cursor });
  expect(second.items.map((item) => item.name)).toEqual(["Ёлки"]);
  expect(second.nextCursor).toBeNull();
});

test("objects without a deadline are paged too", async () => {
  await world.db.sql`update objects set deadline = null`;
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listObjects.run(world.ctx(director), {
      sort: "deadline",
      limit: 1,
      ...(cursor === undefined ? {} : { cursor }),
    });
    seen.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(3);
  expect(new Set(seen)).toEqual(new Set(["Атриум", "Ёлки", "Яхта"]));
});

test("search covers code, name and address, case-insensitively", async () => {
  expect(await names(director, { search: "аТРИ" })).toEqual(["Атриум"]);
  expect(await names(director, { search: "стеклодувов" })).toHaveLength(3);
  expect(await names(director, { search: "об-2026-03" })).toEqual(["Яхта"]);
});

test("the list can be filtered by kind of facade", async () => {
  expect(await names(director, { facadeType: "spk_modular" })).toHaveLength(3);
  expect(await names(director, { facadeType: "nvf" })).toEqual([]);
});

test("the archive is a separate list", async () => {
  const id = ids["Яхта"] ?? 0;
  await world.db.sql`update objects set status = 'closed' where id = ${id}`;
  expect(await names(director, {})).toEqual(["Атриум", "Ёлки"]);
  expect(await names(director, { archive: "true" })).toEqual(["Яхта"]);
  expect(await names(director, { status: "closed" })).toEqual(["Яхта"]);
  expect(await names(director, { status: "active" })).toEqual(["Атриум", "Ёлки"]);
  await world.db.sql`update objects set status = 'active' where id = ${id}`;
});

test("an object is judged by the plan through yesterday, as on the dashboard", async () => {
  const id = ids["Атриум"] ?? 0;
  await world.db.sql`update object_sums set plan_hours = 1000, earned_hours = 300 where object_id = ${id}`;
  const judged = async () => {
    const { items } = await listObjects.run(world.ctx(foreman), {});
    const dashboard = await getDashboard.run(world.ctx(foreman), {});
    const inList = items.find((item) => item.id === id);
    const onDashboard = dashboard.objects.find((item) => item.id === id);
    expect(inList?.health).toBe(onDashboard?.health);
    expect(inList?.plannedPct).toBe(onDashboard?.plannedPct);
    return [inList?.plannedPct, inList?.health];
  };
  const planned = (hours: number) => world.db.sql`
    insert into object_plan_curve (object_id, day, hours_through) values (${id}, '2026-09-07', ${hours})
    on conflict (object_id, day) do update set hours_through = excluded.hours_through`;
  expect(await judged()).toEqual([null, "green"]);
  await planned(320);
  expect(await judged()).toEqual(["32", "green"]);
  await planned(350);
  expect(await judged()).toEqual(["35", "amber"]);
  await planned(371);
  expect(await judged()).toEqual(["37.1", "red"]);
  await world.db.sql`delete from object_plan_curve where object_id = ${id}`;
});

test("progress is by norm hours with one decimal, rounded half up, and null without a plan", async () => {
  const id = ids["Атриум"] ?? 0;
  await world.db.sql`update object_sums set plan_hours = 800, earned_hours = 100.4 where object_id = ${id}`;
  const { items } = await listObjects.run(world.ctx(foreman), {});
  expect(items.map((item) => item.progressPct)).toEqual(["12.6", null]);
  expect(items[0]).toMatchObject({
    myRoles: ["construction_itr"],
    facadeTypes: ["spk_modular"],
    city: "Москва",
  });
  expect(items[0]).toMatchObject({ overdueTasks: 0 });
});

test("amounts are on the card only for users who may see money", async () => {
  const objectId = ids["Атриум"] ?? 0;
  expect(await getObject.run(world.ctx(director), { objectId })).toMatchObject({ budget: "302400000" });
  expect(await getObject.run(world.ctx(foreman), { objectId })).not.toHaveProperty("budget");
});

test("regression 6: another user's object gives not_found", async () => {
  const objectId = ids["Яхта"] ?? 0;
  expect((await refusalOf(getObject.run(world.ctx(foreman), { objectId }))).code).toBe("not_found");
  expect((await refusalOf(getObject.run(world.ctx(director), { objectId: 999_999 }))).code).toBe("not_found");
});

test("a card lists the allowed actions by status and right", async () => {
  const objectId = ids["Атриум"] ?? 0;
  const mine = await getObject.run(world.ctx(foreman), { objectId });
  expect(mine.can).toMatchObject({ actions: [], enterFact: true });
  expect(mine.can.permissions).toContain("fact.enter");
  const his = await getObject.run(world.ctx(director), { objectId });
  expect(his.can).toMatchObject({ actions: ["hold"], enterFact: false });
  expect(his.today).toBe("2026-09-08");
});

describe("overdue tasks of an object", () => {
  let objectId: number;
  const task = (deadline: string | null, status = "assigned") => ({
    objectId,
    title: "Испытать анкеры",
    status: status as "assigned",
    creatorId: director.id,
    assigneeId: foreman.id,
    deadline,
    createdAt: world.now,
    statusSince: world.now,
    completedAt: status === "done" ? world.now : null,
  });
  beforeAll(async () => {
    objectId = ids["Яхта"] ?? 0;
    const due = [task("2026-09-07"), task("2026-09-07", "review"), task("2026-09-08"), task(null)];
    const over = [task("2026-09-01", "done"), task("2026-09-01", "cancelled")];
    await world.db.orm.insert(schema.tasks).values([...due, ...over]);
  });
  const overdueAt = async (actor: UserActor, instant: string) => {
    const ctx = world.ctx(actor, { now: new Date(instant) });
    const listed = (await listObjects.run(ctx, {})).items.find(({ id }) => id === objectId);
    return [listed?.overdueTasks, (await getObject.run(ctx, { objectId })).overdueTasks];
  };

  test("are counted by the object's own day, in the list and on the card", async () => {
    expect(await overdueAt(director, "2026-09-09T02:59:59.000Z")).toEqual([2, 2]);
    expect(await overdueAt(director, "2026-09-09T03:00:00.000Z")).toEqual([3, 3]);
  });

  test("are not shown to an observer", async () => {
    expect(await overdueAt(await world.as("viewer"), "2026-09-09T03:00:00.000Z")).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("are on the object's dashboard beside open and blocked ones, except for an observer", async () => {
    await world.db
      .sql`update tasks set status = 'blocked', blocked_reason = 'ждём', blocker_user_id = creator_id
      where object_id = ${objectId} and status = 'review'`;
    const of = async (actor: UserActor) =>
      (await getObjectDashboard.run(world.ctx(actor), { objectId })).tasks;
    expect(await of(director)).toEqual({ open: 4, overdue: 2, blocked: 1 });
    expect(await of(await world.as("viewer"))).toBeUndefined();
  });
});
