import { USER_STATUSES, type UserMove, type UserStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestWorld, outcomeOf, refusalOf, type World } from "../../testing/index.ts";
import { insertPeople } from "../../testing/people.ts";
import { inRolledBack } from "../../testing/verbs/in-rolled-back.ts";
import {
  describeWorkflow,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../testing/workflow/index.ts";
import { changeUserStatus } from "./change-user-status.ts";
import { getUser } from "./get-user.ts";
import { updateRegistration } from "./update-registration.ts";

/** The workflow of accounts from the specification, written independently of the code. */
const TRUTH: Readonly<Record<UserMove, TruthOfMove<UserStatus, Who, "none">>> = {
  approve: { from: ["pending", "rejected"], to: "active", roles: [] },
  refuse: { from: ["pending"], to: "rejected", roles: [] },
  deactivate: { from: ["active"], to: "deactivated", roles: [] },
  reactivate: { from: ["deactivated"], to: "active", roles: [] },
  erase: { from: ["pending", "rejected", "active", "deactivated"], to: "erased", roles: [] },
};
const MOVES = Object.entries(TRUTH) as [UserMove, (typeof TRUTH)[UserMove]][];
const asked = { version: 1, role: "installer" as const, reason: "так решили" };

let world: World;
let people: Walker<Who>[];
beforeAll(async () => {
  world = await createTestWorld();
  people = await everyRole(world);
});
afterAll(() => world.close());

/** An erased person is nobody any more, so the helper cannot load one. */
async function aPersonWho(status: UserStatus): Promise<{ id: number }> {
  const made = status === "erased" ? "deactivated" : status;
  const person = await world.createUser({ status: made, role: made === "pending" ? null : "installer" });
  await world.db.sql`update users set status = ${status} where id = ${person.id}`;
  return person;
}

describeWorkflow("an account", {
  truth: TRUTH,
  states: USER_STATUSES,
  relations: ["none"],
  world: () => world,
  people: () => people,
  blind: [],
  almighty: ["admin"],
  put: async (ctx, status) => {
    const person = { telegramId: "3000001", fullName: "Иван Жилин", status };
    const role = status === "pending" ? null : ("installer" as const);
    const [id] = await insertPeople(ctx.db, [{ ...person, role }], ctx.now);
    return id ?? 0;
  },
  press: (ctx, userId, move) => {
    const { role, reason, version } = asked;
    const words = move === "approve" ? { role } : { reason };
    return changeUserStatus.run(ctx, { userId, move, version, ...words } as never);
  },
  pressTo: {
    states: ["active", "rejected", "deactivated", "erased"],
    press: (ctx, userId, to) => changeUserStatus.run(ctx, { userId, to, ...asked } as never),
  },
  table: schema.users,
});

test.each(USER_STATUSES)("%s → pending is not a move", async (from) => {
  const person = await aPersonWho(from);
  const input = { userId: person.id, to: "pending" as never, version: 1, reason: "так решили" };
  const refusal = await refusalOf(changeUserStatus.run(world.ctx(await world.as("admin")), input));
  expect(refusal.code).toBe("validation_failed");
});

describe("every move except approval requires a reason", () => {
  const moves = MOVES.flatMap(([move, { from, to }]) =>
    from.map((one) => ({ move, from: one, to: to as "active" })),
  );
  test.each(moves)("$from → $to", async ({ move, from, to }) => {
    const person = await aPersonWho(from);
    const admin = await world.as("admin");
    const input = { userId: person.id, to, version: 1, role: "installer" as const };
    const ask = (more: { reason?: string }) =>
      inRolledBack(world, admin, (ctx) => outcomeOf(changeUserStatus.run(ctx, { ...input, ...more })));
    expect(await ask({})).toBe(move === "approve" ? "ok" : "validation_failed");
    expect(await ask({ reason: "    да   " })).toBe("validation_failed");
    expect(await ask({ reason: "пять!" })).toBe("ok");
  });
});

test("a Telegram id belongs to one user, and a request cannot be changed into another user's", async () => {
  const person = await world.createUser({ role: null, status: "pending" });
  const twin = world.db.sql`
    insert into users (telegram_id, full_name, status, created_at)
    values (${person.telegramId}::bigint, 'Другой Человек', 'pending', ${world.now})`;
  await expect(twin).rejects.toMatchObject({ code: "23505" });
  const asked = { telegramId: "9999999", fullName: "Другой Человек" };
  const refusal = await refusalOf(updateRegistration.run(world.ctx(world.job("registration")), asked));
  expect(refusal.code).toBe("not_found");
});

test("a deactivation reports open tasks, objects without a manager, and departments without a head", async () => {
  const manager = await world.createUser({ role: "project_manager" });
  const members = [{ actor: manager, roles: ["project_manager" as const] }];
  const passport = { projectManagerId: manager.id };
  const shared = await world.createTestObject({ team: [], members, volumes: [] });
  const alone = await world.createTestObject({ team: [], members, passport, volumes: [] });
  const usual = await world.as("project_manager");
  await world.db.sql`delete from object_roles where object_id = ${alone.id} and user_id = ${usual.id}`;
  await world.db.sql`
    insert into tasks (object_id, title, status, creator_id, assignee_id, created_at, status_since, completed_at)
    select ${shared.id}::int, s, s, ${manager.id}::int, ${manager.id}::int, ${world.now}, ${world.now},
      case when s = 'done' then ${world.now}::timestamptz end
    from unnest('{assigned,in_progress,review,done,cancelled}'::text[]) s`;
  await world.db.sql`insert into department_heads (department, user_id) values ('technical', ${manager.id})`;
  const admin = await world.as("admin");
  const answer = await changeUserStatus.run(world.ctx(admin), {
    userId: manager.id,
    to: "deactivated",
    version: 1,
    reason: "уволился вчера",
  });
  expect(answer.leaves).toEqual({
    openTasks: 3,
    tasksOn: [{ object: { id: shared.id, name: "СПК Блок Б" }, count: 3 }],
    objectsWithoutManager: [{ id: alone.id, name: "СПК Блок Б" }],
    headOf: ["technical"],
  });
  const card = await getUser.run(world.ctx(admin), { userId: manager.id });
  expect(card.leaves).toEqual(answer.leaves);
  const back = { userId: manager.id, to: "active" as const, version: 2, reason: "вернулся назад" };
  expect((await changeUserStatus.run(world.ctx(admin), back)).leaves).toBeUndefined();
});
