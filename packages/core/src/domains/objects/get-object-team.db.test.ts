import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserActor } from "@stsphera/rbac";
import { createTestWorld, type World } from "../../testing/index.ts";
import { getObject, getObjectTeam } from "./index.ts";

let world: World;
let objectId: number;
let foreman: UserActor;
let observer: UserActor;
let other: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
  foreman = await world.as("construction_itr");
  observer = await world.as("viewer");
  other = await world.createUser({ role: "viewer", fullName: "Яна Чужая" });
  const manager = await world.as("project_manager");
  ({ id: objectId } = await world.createTestObject({ team: ["construction_itr", "viewer"] }));
  await world.db.sql`
    insert into object_roles (object_id, user_id, role, since) values
      (${objectId}, ${foreman.id}, 'pto', ${world.now}), (${objectId}, ${other.id}, 'installer', ${world.now})`;
  await world.db.sql`update users set phone = '+79991234567' where id = ${foreman.id}`;
  await world.db.sql`
    insert into tasks (object_id, title, status, creator_id, assignee_id, deadline, created_at, status_since)
    select ${objectId}::int, s, s, ${manager.id}::int, ${foreman.id}::int, '2026-09-01', ${world.now}, ${world.now}
    from unnest('{assigned,review}'::text[]) s`;
  await world.db.sql`
    insert into delegations (principal_id, deputy_id, object_id, from_day, to_day, created_by, created_at) values
      (${foreman.id}, ${manager.id}, ${objectId}, '2026-09-10', '2026-09-12', ${manager.id}, ${world.now}),
      (${foreman.id}, ${manager.id}, ${objectId}, '2026-08-01', '2026-08-02', ${manager.id}, ${world.now})`;
});
afterAll(() => world.close());

const teamFor = async (actor: UserActor) =>
  (await getObjectTeam.run(world.ctx(await world.again(actor)), { objectId })).members;

test("a colleague sees roles, phone, load and deputies that are not over", async () => {
  const members = await teamFor(await world.as("project_manager"));
  expect(members.find(({ userId }) => userId === foreman.id)).toMatchObject({
    roles: ["construction_itr", "pto"],
    phone: "+79991234567",
    load: { openTasks: 2, overdueTasks: 2 },
    deputies: [{ deputy: { fullName: "Олег Дёмин" }, fromDay: "2026-09-10", toDay: "2026-09-12" }],
  });
  expect(members.map(({ userId }) => userId)).toContain(other.id);
});

test("an observer sees names and roles, no contacts, and of other observers nothing", async () => {
  const members = await teamFor(observer);
  const ids = members.map(({ userId }) => userId);
  expect(ids).toContain(observer.id);
  expect(ids).not.toContain(other.id);
  for (const { phone, load, deputies } of members)
    expect({ phone, load, deputies }).toEqual({ phone: null, load: null, deputies: [] });
  const { team } = await getObject.run(world.ctx(await world.again(observer)), { objectId });
  expect(team.map(({ userId }) => userId)).toEqual(ids);
});

test("of a company-wide observer only that role counts, whatever is held on the object", async () => {
  const { team } = await getObject.run(world.ctx(await world.again(foreman)), { objectId });
  expect(team.find(({ userId }) => userId === other.id)?.roles).toEqual(["viewer"]);
});
