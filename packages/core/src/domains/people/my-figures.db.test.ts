import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createObject, saveObjectSettings, setObjectTeam } from "../objects/index.ts";
import { createTask } from "../tasks/index.ts";
import { createDelegation } from "../delegations/index.ts";
import { type TestObject, fieldsOf, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { enterFact } from "../facts/index.ts";
import { getMyKpi } from "./get-my-kpi.ts";
import { listMyActivity } from "./list-my-activity.ts";
import { updateMe } from "./update-me.ts";

let world: World;
let here: TestObject;
let foreman: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject({ team: ["construction_itr"] });
  foreman = await world.as("construction_itr");
});
afterAll(() => world.close());

type Task = {
  status: string;
  deadline?: string;
  assigned?: string;
  accepted?: string;
  submitted?: string;
  completed?: string;
};

const createTestTask = (assignee: UserActor, task: Task) => world.db.sql`
  insert into tasks (object_id, title, status, creator_id, assignee_id, deadline, created_at, status_since,
    assigned_at, accepted_at, submitted_at, completed_at)
  values (${here.id}, 'Задача', ${task.status}, ${assignee.id}, ${assignee.id}, ${task.deadline ?? null}, ${world.now},
    ${world.now}, ${task.assigned ?? null}, ${task.accepted ?? null}, ${task.submitted ?? null},
    ${task.completed ?? null})`;

test("without data the figures are null, over the last 30 days", async () => {
  const nobody = await world.createUser();
  expect(await getMyKpi.run(world.ctx(nobody), {})).toEqual({
    from: "2026-08-10",
    to: "2026-09-08",
    facts: { shifts: 0, onTime: 0 },
    tasks: {
      doneOnTime: 0,
      doneLate: 0,
      doneWithoutDeadline: 0,
      onTimePct: null,
      overdueNow: 0,
      declined: 0,
    },
    reaction: { tasks: 0, meanMinutes: null },
  });
});

test("work handed in by its deadline is on time, a night counts for the day before; only visible tasks count as overdue", async () => {
  const person = await world.createUser();
  const done = { status: "done", deadline: "2026-09-03" };
  await createTestTask(person, {
    ...done,
    submitted: "2026-09-03T20:00:00Z",
    completed: "2026-09-05T08:00:00Z",
  });
  await createTestTask(person, {
    ...done,
    submitted: "2026-09-04T02:59:00Z",
    completed: "2026-09-04T08:00:00Z",
  });
  await createTestTask(person, {
    ...done,
    submitted: "2026-09-04T03:00:00Z",
    completed: "2026-09-04T08:00:00Z",
  });
  await createTestTask(person, { status: "done", completed: "2026-09-04T08:00:00Z" });
  await createTestTask(person, { ...done, completed: "2026-08-01T08:00:00Z" });
  await createTestTask(person, { status: "in_progress", deadline: "2026-09-07" });
  await createTestTask(person, { status: "in_progress", deadline: "2026-09-08" });
  await createTestTask(person, { status: "cancelled", deadline: "2026-09-01" });
  await createTestTask(foreman, { ...done, completed: "2026-09-04T08:00:00Z" });
  const { tasks } = await getMyKpi.run(world.ctx(person), {});
  expect(tasks).toEqual({
    doneOnTime: 2,
    doneLate: 1,
    doneWithoutDeadline: 1,
    onTimePct: "66.7",
    overdueNow: 0,
    declined: 0,
  });
  const member = { ...person, objectRoles: { [here.id]: ["installer" as const] } };
  expect((await getMyKpi.run(world.ctx(member), {})).tasks.overdueNow).toBe(1);
  const observer = { ...person, objectRoles: { [here.id]: ["viewer" as const] } };
  expect((await getMyKpi.run(world.ctx(observer), {})).tasks.overdueNow).toBe(0);
  const august = await getMyKpi.run(world.ctx(person), { from: "2026-08-01", to: "2026-08-01" });
  expect(august.tasks).toMatchObject({ doneOnTime: 1, doneLate: 0, onTimePct: "100" });
});

test("reaction counts only the minutes of shifts on working days", async () => {
  const person = await world.createUser();
  const taken = { status: "in_progress" };
  // Friday 16:00 to Monday 09:00 in Moscow: one hour, a working Saturday of nine hours, one hour; Sunday is off.
  await createTestTask(person, {
    ...taken,
    assigned: "2026-09-04T13:00:00Z",
    accepted: "2026-09-07T06:00:00Z",
  });
  await createTestTask(person, {
    ...taken,
    assigned: "2026-09-07T17:00:00Z",
    accepted: "2026-09-07T18:00:00Z",
  });
  await createTestTask(person, {
    ...taken,
    assigned: "2026-07-07T06:00:00Z",
    accepted: "2026-07-07T18:00:00Z",
  });
  await createTestTask(person, { status: "assigned", assigned: "2026-09-01T06:00:00Z" });
  const { reaction } = await getMyKpi.run(world.ctx(person), {});
  expect(reaction).toEqual({ tasks: 2, meanMinutes: 330 });
});

test("work taken at night counts as taken on the day before", async () => {
  const person = await world.createUser();
  for (const accepted of ["2026-09-02T02:59:00Z", "2026-09-02T03:00:00Z"])
    await createTestTask(person, { status: "in_progress", assigned: "2026-08-31T12:00:00Z", accepted });
  const takenOn = async (day: string) =>
    (await getMyKpi.run(world.ctx(person), { from: day, to: day })).reaction.tasks;
  expect([await takenOn("2026-09-01"), await takenOn("2026-09-02")]).toEqual([1, 1]);
});

test("minutes count in both halves of a shift that ends on the next morning", async () => {
  const person = await world.createUser();
  await world.db.sql`update objects set shift_start = '20:00', shift_end = '08:00' where id = ${here.id}`;
  // Wednesday 19:00 to Thursday 02:00 in Moscow: six hours of Wednesday's night; Thursday 03:00 to 03:30.
  await createTestTask(person, {
    status: "in_progress",
    assigned: "2026-09-02T16:00:00Z",
    accepted: "2026-09-02T23:00:00Z",
  });
  await createTestTask(person, {
    status: "in_progress",
    assigned: "2026-09-03T00:00:00Z",
    accepted: "2026-09-03T00:30:00Z",
  });
  const { reaction } = await getMyKpi.run(world.ctx(person), {});
  await world.db.sql`update objects set shift_start = '08:00', shift_end = '17:00' where id = ${here.id}`;
  expect(reaction).toEqual({ tasks: 2, meanMinutes: 195 });
});

test("declined tasks count unless the move was undone", async () => {
  const person = await world.createUser();
  await createTestTask(foreman, { status: "in_progress" });
  const decline = (at: string, undone: string | null, to = "new") => world.db.sql`
    insert into entity_moves (entity_type, entity_id, move, "from", "to", by_id, at, before, undone_at)
    select 'task', max(id), case ${to}::text when 'new' then 'decline' else 'take' end, 'assigned', ${to},
      ${person.id}::int, ${at}::timestamptz, '{}', ${undone}::timestamptz from tasks`;
  await decline("2026-09-01T09:00:00Z", null);
  await decline("2026-09-02T09:00:00Z", "2026-09-02T09:05:00Z");
  await decline("2026-09-02T09:00:00Z", null, "in_progress");
  await decline("2026-08-09T20:59:59Z", null);
  await decline("2026-08-09T21:00:00Z", null);
  expect((await getMyKpi.run(world.ctx(person), {})).tasks.declined).toBe(2);
});

test("a shift is on time when its first fact was entered on its own day; what was taken back does not count", async () => {
  const person = await world.createUser({ role: "construction_itr" });
  const enter = async (cell: [string, string, string], date: string, at: string, reversed = false) => {
    const [row] = await world.db.sql<{ id: number }[]>`
      insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
        quantity, author_id, created_at)
      select ${here.id}::int, v.id, v.facade_id, v.work_type_id, ${date}::date, 'day', 'work', 'submitted', 1,
        ${person.id}::int, ${at}::timestamptz
      from floor_volumes v where v.id = ${here.cell(...cell)} returning id`;
    if (!reversed) return;
    await world.db.sql`
      insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
        quantity, author_id, created_at, reverses_id)
      select object_id, floor_volume_id, facade_id, work_type_id, date, shift, 'reversal', 'confirmed', -quantity,
        author_id, created_at, id from daily_plan_fact where id = ${row?.id ?? 0}`;
  };
  const cell: [string, string, string] = ["Юг", "1", "МОД"];
  await enter(cell, "2026-09-01", "2026-09-01T15:00:00Z");
  await enter(cell, "2026-09-01", "2026-09-03T15:00:00Z");
  await enter(cell, "2026-09-02", "2026-09-02T23:00:00Z");
  await enter(cell, "2026-09-03", "2026-09-04T06:00:00Z");
  await enter(cell, "2026-09-04", "2026-09-04T10:00:00Z", true);
  await enter(cell, "2026-07-01", "2026-07-01T10:00:00Z");
  const { facts } = await getMyKpi.run(world.ctx(person), {});
  expect(facts).toEqual({ shifts: 3, onTime: 2 });
});

test.each([
  [{ from: "2026-09-09" }, "to: window_order"],
  [{ from: "2025-09-07", to: "2026-09-08" }, "to: period_too_long"],
  [{ from: "2026-02-30" }, "from: invalid_format"],
])("an invalid period is refused: %o", async (asked, field) => {
  expect(fieldsOf(await refusalOf(getMyKpi.run(world.ctx(foreman), asked)))).toEqual([field]);
});

test("activity lists the actor's own actions, newest first, with their principals", async () => {
  const deputy = await world.createUser({ role: "geodesist" });
  await createDelegation.run(world.ctx(foreman), {
    deputyId: deputy.id,
    fromDay: "2026-09-08",
    toDay: "2026-09-09",
  });
  const acting = await world.again(deputy);
  await updateMe.run(world.ctx(acting), { locale: "en" });
  await enterFact.run(world.ctx(acting), {
    objectId: here.id,
    floorVolumeId: here.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "3",
  });
  const { items } = await listMyActivity.run(world.ctx(acting), {});
  expect(items[0]).toMatchObject({
    action: "fact.enter",
    at: world.now.toISOString(),
    object: { id: here.id, name: "СПК Блок Б" },
    onBehalfOf: { id: foreman.id, fullName: foreman.fullName },
    about: { text: expect.stringMatching(/, Юг 1$/), quantity: "3", unit: "шт", day: "2026-09-08" },
    before: null,
  });
  expect(items.at(-1)).toMatchObject({ action: "me.update", object: null, onBehalfOf: null });
  expect(items.at(-1)?.before).toMatchObject({ locale: "ru" });

  const later = world.ctx({ ...deputy, deputyFor: [] });
  const past = (await listMyActivity.run(later, {})).items[0];
  expect(past).toMatchObject({ action: "fact.enter", object: null, about: null, before: null, after: null });

  const filtered = async (filters: Parameters<typeof listMyActivity.run>[1]) =>
    (await listMyActivity.run(world.ctx(acting), filters)).items.map(({ action }) => action);
  expect(await filtered({ kind: "facts" })).toEqual(["fact.enter"]);
  expect(await filtered({ kind: "tasks" })).toEqual([]);
  expect(await filtered({ kind: "people" })).toEqual(["me.update"]);
  expect(await filtered({ objectId: here.id })).toEqual(["fact.enter"]);
  expect(await refusalOf(listMyActivity.run(later, { objectId: here.id }))).toMatchObject({
    code: "not_found",
  });
});

test("pages of the activity follow each other and contain nobody else's actions", async () => {
  const person = await world.createUser();
  for (const locale of ["en", "ru", "en", "ru", "en"] as const)
    await updateMe.run(world.ctx(person), { locale });
  const first = await listMyActivity.run(world.ctx(person), { limit: 3 });
  const cursor = first.nextCursor ?? "";
  const rest = await listMyActivity.run(world.ctx(person), { limit: 3, cursor });
  const ids = [...first.items, ...rest.items].map((item) => item.id);
  expect(ids).toHaveLength(5);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(rest.nextCursor).toBeNull();
});

test("amounts in an action are shown only to users who may read them now", async () => {
  const contract = await world.as("contract");
  const manager = await world.as("project_manager");
  const { id } = await createObject.run(world.ctx(contract), {
    name: "СПК Атриум",
    city: "Москва",
    address: "ул. Кровельная, 1",
    customer: "ООО «Заказчик»",
    facadeTypes: ["spk"],
    budget: "1000000",
    projectManagerId: manager.id,
  });
  const budget = async () => {
    const [act] = (await listMyActivity.run(world.ctx(await world.as("contract")), {})).items;
    return act?.after?.["budget"];
  };
  expect(await budget()).toBe("1000000.00");
  const [row] = await world.db.read<{ version: number }>("select version from objects where id = $1", [id]);
  await setObjectTeam.run(world.ctx(await world.as("admin")), {
    objectId: id,
    version: row?.version ?? 0,
    members: [
      { userId: manager.id, roles: ["project_manager"] },
      { userId: contract.id, roles: ["safety"] },
    ],
  });
  expect(await budget()).toBeUndefined();
});

test("activity hides all amounts from users who lost the right, and tasks from an observer", async () => {
  const person = await world.createUser({ role: "project_manager" });
  const there = await world.createTestObject({
    members: [{ actor: person, roles: ["project_manager"] }],
    volumes: [],
  });
  const manager = await world.again(person);
  const { id: objectId } = there;
  await saveObjectSettings.run(world.ctx(manager), {
    objectId,
    version: there.version,
    gateMode: "accepted",
    moduleFactSource: "entry",
    approvalLimit: "377777",
    shiftStart: "08:00",
    shiftEnd: "20:00",
    dayCutoff: "06:00",
  });
  await createTask.run(world.ctx(manager), { objectId, title: "Тайная задача" });
  const told = async (actor: UserActor) => (await listMyActivity.run(world.ctx(actor), {})).items;
  expect(JSON.stringify(await told(manager))).toContain("377777");
  expect(JSON.stringify(await told(manager))).toContain("Тайная задача");
  const observer = { ...manager, objectRoles: { [objectId]: ["viewer" as const] } };
  const items = await told(observer);
  expect(items.map(({ action }) => action)).toEqual(["task.create", "object.save_settings"]);
  expect(items[0]).toMatchObject({ about: null, before: null, after: null });
  expect(items[1]?.after).toEqual({ gateMode: "accepted", shiftEnd: "20:00", shiftHours: "11" });
});
