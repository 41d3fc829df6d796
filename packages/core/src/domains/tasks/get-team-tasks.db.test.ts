import { addDays, localDay } from "../../kernel/index.ts";
import { schema } from "@stsphera/db";
import type { Role, UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestObject, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { getTeamTasks } from "./get-team-tasks.ts";

type Row = typeof schema.tasks.$inferSelect;

let world: World;
let here: TestObject;
let manager: UserActor;
let gone: UserActor;
let rows: Row[];
const hands: UserActor[] = [];

const HOUR = 3_600_000;
const STATUSES = [
  "assigned",
  "in_progress",
  "review",
  "done",
  "blocked",
  "cancelled",
  "new",
  "done",
] as const;

beforeAll(async () => {
  world = await createTestWorld();
  here = await world.createTestObject({ volumes: [] });
  const other = await world.createTestObject({ volumes: [] });
  manager = await world.as("project_manager");
  gone = await world.createUser({ fullName: "Яков Ушёл" });
  for (const role of ["construction_itr", "pto", "supply"] as const) hands.push(await world.as(role));
  hands.push(gone);
  const made = [here, other].flatMap(({ id }) =>
    Array.from({ length: 160 }, (_, n) => {
      const status = STATUSES[(n * 5) % STATUSES.length] ?? "new";
      const at = new Date(world.now.getTime() - ((n * 7) % 100) * HOUR);
      return {
        objectId: id,
        title: `Задача ${n}`,
        status,
        creatorId: manager.id,
        assigneeId: status === "new" ? null : (hands[Math.floor(n / 8) % hands.length]?.id ?? null),
        deadline: n % 7 === 6 ? null : addDays("2026-09-08", (n % 9) - 4),
        createdAt: at,
        statusSince: at,
        ...(status === "done" ? { completedAt: at } : {}),
        ...(status === "blocked" ? { blockedReason: "ждём", blockerUserId: manager.id, blockedAt: at } : {}),
      };
    }),
  );
  rows = (await world.db.orm.insert(schema.tasks).values(made).returning()).filter(
    (row) => row.objectId === here.id,
  );
});
afterAll(() => world.close());

const open = ({ status }: Row) => status !== "done" && status !== "cancelled";

/** Independent computation for comparison: the week starts on Monday at 06:00 of the object. */
function reckoned(userId: number, now: Date) {
  const today = localDay(now, "Europe/Moscow", "06:00");
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = new Date(`${addDays(today, -weekday)}T06:00:00+03:00`);
  const his = rows.filter((row) => row.assigneeId === userId);
  const count = (fits: (row: Row) => boolean) => his.filter((row) => open(row) && fits(row)).length;
  return {
    open: count(() => true),
    overdue: count((row) => row.deadline !== null && row.deadline < today),
    today: count((row) => row.deadline === today),
    inReview: count((row) => row.status === "review"),
    blocked: count((row) => row.status === "blocked"),
    doneThisWeek: his.filter((row) => row.completedAt !== null && row.completedAt >= monday).length,
  };
}

describe.each([
  "2026-09-08T07:00:00.000Z",
  "2026-09-07T02:59:59.000Z",
  "2026-09-07T03:00:00.000Z",
  "2026-09-08T20:30:00.000Z",
])("at %s", (instant) => {
  test("all counts equal those of a simple computation", async () => {
    const now = new Date(instant);
    const team = await getTeamTasks.run(world.ctx(manager, { now }), { objectId: here.id });
    for (const { person, roles: _roles, ...counts } of team.people) {
      expect([person.fullName, counts]).toEqual([person.fullName, reckoned(person.id, now)]);
    }
    expect(team.unassigned).toBe(rows.filter((row) => open(row) && row.assigneeId === null).length);
  });
});

test("the team is listed without observers, plus former members who still have tasks, by name", async () => {
  const { people } = await getTeamTasks.run(world.ctx(manager), { objectId: here.id });
  const rolesOf = Object.fromEntries(people.map(({ person, roles }) => [person.fullName, roles]));
  expect(rolesOf[manager.fullName]).toEqual(["project_manager"]);
  expect(rolesOf[gone.fullName]).toEqual([]);
  expect(Object.keys(rolesOf)).not.toContain((await world.as("viewer")).fullName);
  const names = people.map(({ person }) => person.fullName);
  expect(names).toEqual(names.toSorted(new Intl.Collator("ru").compare));
});

test("a deactivated user is listed while they have a task", async () => {
  const idle = await world.as("geodesist");
  const [busy] = hands;
  await world.db.sql`update users set status = 'deactivated' where id in (${idle.id}, ${busy?.id ?? 0})`;
  const { people } = await getTeamTasks.run(world.ctx(manager), { objectId: here.id });
  const ids = people.map(({ person }) => person.id);
  expect([ids.includes(idle.id), ids.includes(busy?.id ?? 0)]).toEqual([false, true]);
  await world.db.sql`update users set status = 'active'`;
});

test.each([
  ["director", "ok"],
  ["curator", "ok"],
  ["project_manager", "ok"],
  ["construction_itr", "forbidden"],
  ["viewer", "forbidden"],
] as const)("%s: %s", async (role: Role, outcome) => {
  const asked = getTeamTasks.run(world.ctx(await world.as(role)), { objectId: here.id });
  if (outcome === "ok") expect((await asked).people.length).toBeGreaterThan(0);
  else expect((await refusalOf(asked)).code).toBe(outcome);
});

test("for a stranger, and for an unknown object, it gives not_found", async () => {
  const stranger = await world.createUser({ role: "project_manager" });
  const codeOf = async (actor: UserActor, objectId: number) =>
    (await refusalOf(getTeamTasks.run(world.ctx(actor), { objectId }))).code;
  expect(await codeOf(stranger, here.id)).toBe("not_found");
  expect(await codeOf(await world.as("director"), 999_999)).toBe("not_found");
});
