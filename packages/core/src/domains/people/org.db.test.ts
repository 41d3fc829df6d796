import { DEPARTMENTS, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type TestObject,
  fieldsOf,
  createTestWorld,
  outcomes,
  refusalOf,
  type World,
} from "../../testing/index.ts";
import { getOrg } from "./get-org.ts";
import { listAvailableUsers } from "./list-available-users.ts";
import { listUsers } from "./list-users.ts";
import { setDepartmentHead } from "./set-department-head.ts";

let world: World;
let here: TestObject;
let admin: UserActor;
let foreman: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject({ team: ["construction_itr"], volumes: [] });
  admin = await world.as("admin");
  foreman = await world.as("construction_itr");
});
afterAll(() => world.close());

const departmentOf = async (actor: UserActor, code: string) =>
  (await getOrg.run(world.ctx(actor), {})).departments.find((one) => one.code === code);

test("the ten departments are listed in order with their users", async () => {
  await world.createUser({ role: "safety", status: "deactivated" });
  const org = await getOrg.run(world.ctx(foreman), {});
  expect(org.departments.map((one) => one.code)).toEqual([...DEPARTMENTS]);
  const safety = org.departments.find((one) => one.code === "safety");
  expect(safety).toMatchObject({ head: null, headVersion: null, peopleCount: 1 });
  expect(safety?.people.map((one) => one.fullName)).toEqual(["Юрий Кротов"]);
  const construction = org.departments.find((one) => one.code === "construction");
  expect(construction?.people.map((one) => one.role)).toEqual(["geodesist", "construction_itr", "installer"]);
});

test("admins are listed separately; observers only for users who manage people", async () => {
  const apart = async (actor: UserActor) =>
    (await getOrg.run(world.ctx(actor), {})).withoutDepartment.people.map((one) => one.role).sort();
  expect(await apart(admin)).toEqual(["admin", "viewer"]);
  expect(await apart(foreman)).toEqual(["admin"]);
});

test("the workload counts open and overdue tasks by the object's day; observers do not see the company", async () => {
  const { id } = foreman;
  await world.db.sql`
    insert into tasks (object_id, title, status, creator_id, assignee_id, deadline, created_at, status_since, completed_at)
    select ${here.id}::int, 'Задача', s, ${id}::int, ${id}::int, d::date, ${world.now}, ${world.now},
      case when s = 'done' then ${world.now}::timestamptz end
    from (values ('assigned', '2026-09-07'), ('in_progress', '2026-09-08'), ('review', null), ('done', '2026-09-01'),
      ('cancelled', '2026-09-01')) v(s, d)`;
  const loadOf = async (actor: UserActor, now = world.now) => {
    const org = await getOrg.run(world.ctx(actor, { now }), { department: "construction" });
    return org.departments[0]?.people.find((one) => one.id === id)?.load;
  };
  expect(await loadOf(admin)).toEqual({ openTasks: 3, overdueTasks: 1 });
  const night = new Date("2026-09-09T02:59:00.000Z");
  expect(await loadOf(admin, night)).toEqual({ openTasks: 3, overdueTasks: 1 });
  expect(await loadOf(admin, new Date("2026-09-09T03:00:00.000Z"))).toEqual({
    openTasks: 3,
    overdueTasks: 2,
  });
  expect((await refusalOf(loadOf(await world.as("viewer")))).code).toBe("forbidden");
});

test("a department shows its first users and their number; the rest are listed by department", async () => {
  for (let n = 10; n < 35; n += 1) await world.createUser({ role: "pto", fullName: `Яков Птошник ${n}` });
  const pto = await departmentOf(foreman, "pto");
  expect([pto?.peopleCount, pto?.people.length]).toEqual([26, 20]);
  const alone = await getOrg.run(world.ctx(foreman), { department: "pto" });
  expect(alone.departments.map((one) => [one.code, one.people.length])).toEqual([["pto", 26]]);
  const listed = await listUsers.run(world.ctx(foreman), { department: "pto", limit: 200 });
  expect(listed.items).toHaveLength(26);
  expect(new Set(listed.items.map((item) => item.department))).toEqual(new Set(["pto"]));
});

test("a head is set, changed and removed, from the current version", async () => {
  const set = (userId: number | null, version?: number) =>
    setDepartmentHead.run(world.ctx(admin), {
      department: "supply",
      userId,
      ...(version === undefined ? {} : { version }),
    });
  const head = await world.as("supply");
  expect(await set(head.id)).toEqual({
    department: "supply",
    head: { id: head.id, fullName: head.fullName },
    version: 1,
  });
  expect((await departmentOf(foreman, "supply"))?.head?.id).toBe(head.id);
  expect((await refusalOf(set(foreman.id))).code).toBe("version_conflict");
  expect((await refusalOf(set(foreman.id, 9))).code).toBe("version_conflict");
  expect(fieldsOf(await refusalOf(set(head.id, 1)))).toEqual(["userId: nothing_to_change"]);
  expect(await set(foreman.id, 1)).toMatchObject({ head: { id: foreman.id }, version: 2 });
  await world.db.sql`update users set status = 'deactivated' where id = ${foreman.id}`;
  expect(await departmentOf(admin, "supply")).toMatchObject({ head: null, headVersion: 2 });
  await world.db.sql`update users set status = 'active' where id = ${foreman.id}`;
  expect(await set(null, 2)).toMatchObject({ head: null, version: null });
  expect(fieldsOf(await refusalOf(set(null)))).toEqual(["userId: nothing_to_change"]);
});

test("a head is active and no observer; of two parallel first appointments one succeeds", async () => {
  const gone = await world.createUser({ status: "deactivated" });
  const viewer = await world.as("viewer");
  const set = (userId: number) => setDepartmentHead.run(world.ctx(admin), { department: "contract", userId });
  const before = await world.traces();
  expect(fieldsOf(await refusalOf(set(gone.id)))).toEqual(["userId: person_not_active"]);
  expect(fieldsOf(await refusalOf(set(viewer.id)))).toEqual(["userId: head_is_viewer"]);
  expect(await world.traces()).toEqual(before);
  const ends = await outcomes([set(foreman.id), set(admin.id)]);
  expect(ends.done).toHaveLength(1);
  expect(["conflict", "version_conflict"]).toContain(ends.refused[0]);
});

test("available users are active, sorted by name, with their roles; observers on request", async () => {
  const manager = await world.as("project_manager");
  const ctx = world.ctx(manager);
  const all = await listAvailableUsers.run(ctx, { objectId: here.id, limit: 200 });
  expect(all.items.some((item) => item.role === "viewer")).toBe(false);
  expect(all.items.find((item) => item.id === foreman.id)).toEqual({
    id: foreman.id,
    fullName: foreman.fullName,
    role: "construction_itr",
    department: "construction",
    member: true,
    roles: ["construction_itr"],
  });
  const found = await listAvailableUsers.run(ctx, { objectId: here.id, search: "кРоТОВ" });
  expect(found.items).toMatchObject([{ fullName: "Юрий Кротов", member: false, roles: [] }]);
  const observers = await listAvailableUsers.run(ctx, { objectId: here.id, viewers: "true", limit: 200 });
  expect(observers.items.some((item) => item.role === "viewer")).toBe(true);

  const first = await listAvailableUsers.run(ctx, { objectId: here.id, limit: 10 });
  const cursor = first.nextCursor ?? "";
  const rest = await listAvailableUsers.run(ctx, { objectId: here.id, limit: 200, cursor });
  const names = [...first.items, ...rest.items].map((item) => item.fullName);
  expect(names).toEqual(all.items.map((item) => item.fullName));
  expect(names).toEqual([...names].sort(new Intl.Collator("ru").compare));
});
