import type { UserStatus } from "@stsphera/contracts/vocabulary";
import { ROLE_CODES } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, outcomeOf, refusalOf, type World } from "../../testing/index.ts";
import { inRolledBack, tracesIn } from "../../testing/verbs/in-rolled-back.ts";
import { changeUserStatus } from "./change-user-status.ts";
import { updateRegistration } from "./update-registration.ts";

/** The machine of a person as it is specified, written down a second time. */
const MACHINE: Readonly<Record<UserStatus, readonly UserStatus[]>> = {
  pending: ["active", "rejected"],
  active: ["deactivated"],
  deactivated: ["active"],
  rejected: ["active"],
};
const WITHOUT_REASON = ["pending active", "rejected active"];
const STATUSES = ["pending", "active", "deactivated", "rejected"] as const;
const TARGETS = ["active", "rejected", "deactivated"] as const;
const PAIRS = STATUSES.flatMap((from) => TARGETS.map((to) => ({ from, to })));

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const expectedOf = (role: string, from: UserStatus, to: UserStatus) => {
  if (role !== "admin") return "forbidden";
  return MACHINE[from].includes(to) ? "ok" : "invalid_transition";
};

const aPersonWho = (status: UserStatus) =>
  world.aPerson({ status, role: status === "pending" ? null : "installer" });

describe("every pair of states, asked for by every role", () => {
  test.each(PAIRS)("$from → $to", async ({ from, to }) => {
    const person = await aPersonWho(from);
    const asked = { userId: person.id, to, version: 1, role: "installer" as const, reason: "так решили" };
    const [seen, expected]: [string[], string[]] = [[], []];
    for (const role of ROLE_CODES) {
      expected.push(`${role}: ${expectedOf(role, from, to)}`);
      const outcome = await inRolledBack(world, await world.as(role), async (ctx, tx) => {
        const reached = await outcomeOf(changeUserStatus.run(ctx, asked));
        const { audit } = await tracesIn(tx, ctx.requestId);
        expect(audit > 0).toBe(reached === "ok");
        return reached;
      });
      seen.push(`${role}: ${outcome}`);
    }
    expect(seen).toEqual(expected);
  });

  test.each(STATUSES)("%s → pending is no move at all", async (from) => {
    const person = await aPersonWho(from);
    const asked = { userId: person.id, to: "pending" as never, version: 1, reason: "так решили" };
    const refusal = await refusalOf(changeUserStatus.run(world.ctx(await world.as("admin")), asked));
    expect(refusal.code).toBe("validation_failed");
  });
});

describe("words are needed for every move but approval", () => {
  const moves = STATUSES.flatMap((from) => MACHINE[from].map((to) => ({ from, to: to as "active" })));
  test.each(moves)("$from → $to", async ({ from, to }) => {
    const person = await aPersonWho(from);
    const admin = await world.as("admin");
    const asked = { userId: person.id, to, version: 1, role: "installer" as const };
    const ask = (more: { reason?: string }) =>
      inRolledBack(world, admin, (ctx) => outcomeOf(changeUserStatus.run(ctx, { ...asked, ...more })));
    const free = WITHOUT_REASON.includes(`${from} ${to}`);
    expect(await ask({})).toBe(free ? "ok" : "validation_failed");
    expect(await ask({ reason: "    да   " })).toBe("validation_failed");
    expect(await ask({ reason: "пять!" })).toBe("ok");
  });
});

test("the database holds one person a Telegram id, and a request is not corrected into another's", async () => {
  const person = await world.aPerson({ role: null, status: "pending" });
  const twin = world.db.sql`
    insert into users (telegram_id, full_name, status, created_at)
    values (${person.telegramId}::bigint, 'Другой Человек', 'pending', ${world.now})`;
  await expect(twin).rejects.toMatchObject({ code: "23505" });
  const asked = { telegramId: "9999999", fullName: "Другой Человек" };
  const refusal = await refusalOf(updateRegistration.run(world.ctx(world.job("registration")), asked));
  expect(refusal.code).toBe("not_found");
});

test("who loses his access leaves word of open tasks, of objects nobody manages then, of his departments", async () => {
  const manager = await world.aPerson({ role: "project_manager" });
  const members = [{ actor: manager, roles: ["project_manager" as const] }];
  const passport = { projectManagerId: manager.id };
  const shared = await world.anObject({ team: [], members, volumes: [] });
  const alone = await world.anObject({ team: [], members, passport, volumes: [] });
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
    objectsWithoutManager: [{ id: alone.id, name: "СПК Блок Б" }],
    headOf: ["technical"],
  });
  const back = { userId: manager.id, to: "active" as const, version: 2, reason: "вернулся назад" };
  expect((await changeUserStatus.run(world.ctx(admin), back)).leaves).toBeUndefined();
});
