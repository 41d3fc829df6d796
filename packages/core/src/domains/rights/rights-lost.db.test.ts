import { randomUUID } from "node:crypto";
import { schema } from "@stsphera/db";
import type { Role, UserActor } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDelegation, createObjectDelegation, endDelegation } from "../delegations/index.ts";
import { createInvitation, joinByInvitation } from "../invitations/index.ts";
import { setObjectTeam } from "../objects/index.ts";
import { changeUserRole, changeUserStatus } from "../people/index.ts";
import { type TestObject, createTestWorld, outcomes, refusalOf, type World } from "../../testing/index.ts";

const { delegations, invitations, passkeys, refreshTokens } = schema;
const DAYS = { fromDay: "2026-09-08", toDay: "2026-09-20" };

let world: World;
let here: TestObject;
let there: TestObject;
let admin: UserActor;
let manager: UserActor;
let foreman: UserActor;
let deputy: UserActor;
/** What was granted before the loss, by a name used in this test. */
let given: Record<string, { entity: "invitation" | "delegation"; id: number }>;

const ctxOf = async (actor: UserActor) => world.ctx(await world.again(actor));
const link = async (actor: UserActor, object: TestObject) => {
  const { id } = await createInvitation.run(await ctxOf(actor), { objectId: object.id, role: "installer" });
  return { entity: "invitation" as const, id };
};
const lend = async (actor: UserActor, deputyId: number, object?: TestObject) => {
  const on = object === undefined ? {} : { objectId: object.id };
  const { id } = await createDelegation.run(await ctxOf(actor), { deputyId, ...DAYS, ...on });
  return { entity: "delegation" as const, id };
};
const setFor = async (actor: UserActor, principal: UserActor, deputyId: number, object: TestObject) => {
  const asked = { objectId: object.id, principalId: principal.id, deputyId, ...DAYS };
  const { id } = await createObjectDelegation.run(await ctxOf(actor), asked);
  return { entity: "delegation" as const, id };
};

beforeEach(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
  manager = await world.createUser({ role: "project_manager", fullName: "Олег Уходящий" });
  foreman = await world.createUser({ fullName: "Иван Остающийся" });
  deputy = await world.createUser({ role: "geodesist", fullName: "Денис Заместитель" });
  const [pto, other] = [await world.as("pto"), await world.as("project_manager")];
  const members = [
    { actor: manager, roles: ["project_manager" as const] },
    { actor: foreman, roles: ["construction_itr" as const] },
  ];
  here = await world.createTestObject({ team: ["pto"], members, volumes: [] });
  there = await world.createTestObject({ team: ["pto"], members, volumes: [] });
  given = {
    linkHere: await link(manager, here),
    linkThere: await link(manager, there),
    anothersLink: await link(other, here),
    adminsLink: await link(await world.createUser({ role: "admin" }), here),
    ownEverywhere: await lend(manager, deputy.id),
    ownHere: await lend(manager, pto.id, here),
    foremansHere: await setFor(manager, foreman, deputy.id, here),
    foremansThere: await setFor(manager, foreman, deputy.id, there),
    foremansOwn: await lend(foreman, pto.id),
    lentToManager: await lend(other, manager.id),
  };
});
afterEach(() => world.close());

/** Names of the grants that have ended. */
async function ended(): Promise<string[]> {
  const links = await world.db.orm.select().from(invitations);
  const deputyships = await world.db.orm.select().from(delegations);
  const over = new Set([
    ...links.filter(({ revokedAt }) => revokedAt !== null).map(({ id }) => `invitation ${id}`),
    ...deputyships.filter(({ endedAt }) => endedAt !== null).map(({ id }) => `delegation ${id}`),
  ]);
  return Object.entries(given)
    .filter(([, { entity, id }]) => over.has(`${entity} ${id}`))
    .map(([name]) => name);
}

/** Names of grants that the audit log says the system ended, and of those with an event for the end. */
async function recorded(): Promise<{ audited: string[]; told: string[] }> {
  const nameOf = (entity: string, id: number) =>
    Object.entries(given).find(([, one]) => one.entity === entity && one.id === id)?.[0] ?? `${entity} ${id}`;
  type Row = { entity: string; id: number };
  const audit = await world.db.read<Row>(
    `select entity_type as entity, entity_id as id from audit_log
     where by = 'system:rights_lost' and on_behalf_of is null and entity_type <> 'user' order by id`,
    [],
  );
  const events = await world.db.read<Row>(
    `select entity_type as entity, entity_id as id from outbox
     where type in ('invitation.revoked', 'delegation.ended') order by id`,
    [],
  );
  const names = (rows: Row[]) => rows.map(({ entity, id }) => nameOf(entity, id)).sort();
  return { audited: names(audit), told: names(events) };
}

async function versionOf(person: UserActor): Promise<number> {
  const [row] = await world.db.orm.select().from(schema.users).where(eq(schema.users.id, person.id));
  return row?.version ?? 0;
}
const becomes = async (person: UserActor, role: Role) =>
  changeUserRole.run(world.ctx(admin), { userId: person.id, role, version: await versionOf(person) });
const isDismissed = async (person: UserActor) =>
  changeUserStatus.run(world.ctx(admin), {
    userId: person.id,
    to: "deactivated",
    version: await versionOf(person),
    reason: "уволился",
  });
/** Gives the manager these roles on `here`; without any they leave it. */
async function stands(roles: readonly Role[]): Promise<void> {
  const other = await world.as("project_manager");
  const members = [
    { userId: other.id, roles: ["project_manager" as const] },
    { userId: (await world.as("pto")).id, roles: ["pto" as const] },
    { userId: foreman.id, roles: ["construction_itr" as const] },
    ...(roles.length === 0 ? [] : [{ userId: manager.id, roles: [...roles] }]),
  ];
  await setObjectTeam.run(world.ctx(admin), { objectId: here.id, version: here.version, members });
}

const EVERYTHING_OF_HIS = [
  "linkHere",
  "linkThere",
  "ownEverywhere",
  "ownHere",
  "foremansHere",
  "foremansThere",
  "lentToManager",
];

describe("what a user granted ends with the right it depended on, and nothing else", () => {
  test.each<[string, () => Promise<unknown>, string[]]>([
    ["a manager leaves an object", () => stands([]), ["linkHere", "ownHere", "foremansHere"]],
    ["a manager gets another role there", () => stands(["pto"]), ["linkHere", "foremansHere"]],
    ["a manager gets one more role there", () => stands(["project_manager", "pto"]), []],
    ["a manager becomes an observer", () => becomes(manager, "viewer"), EVERYTHING_OF_HIS],
    ["a manager changes his company role", () => becomes(manager, "pto"), []],
    ["a manager is deactivated", () => isDismissed(manager), EVERYTHING_OF_HIS],
    [
      "a deputy is deactivated",
      () => isDismissed(deputy),
      ["ownEverywhere", "foremansHere", "foremansThere"],
    ],
    [
      "a deputy becomes an observer",
      () => becomes(deputy, "viewer"),
      ["ownEverywhere", "foremansHere", "foremansThere"],
    ],
  ])("%s", async (_what, happens, gone) => {
    await happens();
    expect(await ended()).toEqual(gone);
    expect(await recorded()).toEqual({ audited: [...gone].sort(), told: [...gone].sort() });
  });

  test("a former admin leaves no open link", async () => {
    const [row] = await world.db.orm
      .select()
      .from(invitations)
      .where(eq(invitations.id, given["adminsLink"]?.id ?? 0));
    const former = { ...admin, id: row?.createdBy ?? 0 };
    await becomes(former, "pto");
    expect(await ended()).toEqual(["adminsLink"]);
  });

  test("sessions end only when access ends", async () => {
    const session = (person: UserActor) => ({
      family: randomUUID(),
      userId: person.id,
      tokenHash: randomUUID(),
      issuedAt: world.now,
      expiresAt: new Date("2027-01-01"),
    });
    await world.db.orm.insert(refreshTokens).values([session(manager), session(manager), session(foreman)]);
    const open = async () => {
      const rows = await world.db.orm.select().from(refreshTokens);
      return rows.filter(({ revokedAt }) => revokedAt === null).map(({ userId }) => userId);
    };
    await becomes(manager, "viewer");
    expect(await open()).toHaveLength(3);
    await isDismissed(manager);
    expect(await open()).toEqual([foreman.id]);
    const [row] = await world.db.read<{ before: unknown; after: unknown }>(
      `select before, after from audit_log where by = 'system:rights_lost' and entity_type = 'user'`,
      [],
    );
    expect(row).toEqual({ before: { sessions: 2 }, after: { sessions: 0 } });
  });

  test("passkeys are removed only when access ends, and do not come back with it", async () => {
    const key = (person: UserActor, removedAt: Date | null = null) => ({
      userId: person.id,
      credentialId: randomUUID(),
      publicKey: "b",
      counter: 0,
      name: "Chrome",
      createdAt: world.now,
      removedAt,
    });
    const earlier = new Date("2026-01-01");
    await world.db.orm.insert(passkeys).values([key(manager), key(manager, earlier), key(foreman)]);
    const removals = async () => {
      const rows = await world.db.orm.select().from(passkeys).orderBy(passkeys.id);
      return rows.map(({ removedAt }) => removedAt);
    };
    await becomes(manager, "viewer");
    expect(await removals()).toEqual([null, earlier, null]);
    await isDismissed(manager);
    expect(await removals()).toEqual([world.now, earlier, null]);
    const audit = await world.db.read(
      `select entity_id as id, before, after from audit_log
       where by = 'system:rights_lost' and entity_type = 'user'`,
      [],
    );
    expect(audit).toEqual([{ id: manager.id, before: { passkeys: 1 }, after: { passkeys: 0 } }]);
    const version = await versionOf(manager);
    const back = { userId: manager.id, to: "active" as const, version, reason: "вернулся" };
    await changeUserStatus.run(world.ctx(admin), back);
    expect(await removals()).toEqual([world.now, earlier, null]);
  });

  test("what has already expired stays unchanged, and what ended is not restored", async () => {
    await isDismissed(manager);
    const before = await world.db.orm.select().from(invitations);
    const version = await versionOf(manager);
    const back = { userId: manager.id, to: "active" as const, version, reason: "вернулся" };
    await changeUserStatus.run(world.ctx(admin), back);
    await isDismissed(manager);
    expect(await world.db.orm.select().from(invitations)).toEqual(before);
  });
});

test("the days of a deactivated deputy are free for another", async () => {
  const other = await world.createUser({ role: "geodesist" });
  const again = async () => lend(await world.again(manager), other.id);
  expect((await refusalOf(again())).code).toBe("validation_failed");
  await isDismissed(deputy);
  expect(await again()).toMatchObject({ entity: "delegation" });
});

test("a link that a deputy created by delegated rights ends with the delegation", async () => {
  const [made] = await world.db.orm
    .insert(invitations)
    .values({
      code: "made-by-a-deputy-once0",
      objectId: here.id,
      role: "installer",
      maxUses: 3,
      expiresAt: new Date("2026-10-01"),
      createdBy: deputy.id,
      createdAt: world.now,
    })
    .returning();
  const delegationId = given["ownEverywhere"]?.id ?? 0;
  await endDelegation.run(await ctxOf(manager), { delegationId, version: 1 });
  const [row] = await world.db.orm
    .select()
    .from(invitations)
    .where(eq(invitations.id, made?.id ?? 0));
  expect(row?.revokedAt).toEqual(world.now);
});

describe("a user whose request began before they lost the right grants nothing more", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["left the object", () => stands([])],
    ["was made an observer", () => becomes(manager, "viewer")],
    ["was deactivated", () => isDismissed(manager)],
  ])("the actor %s", async (_what, happens) => {
    const stale = world.ctx(await world.again(manager));
    await happens();
    const before = await world.traces();
    const asked = { objectId: here.id, deputyId: deputy.id, fromDay: "2026-11-01", toDay: "2026-11-02" };
    const attempts = [
      () => createInvitation.run(stale, { objectId: here.id, role: "installer" }),
      () => createObjectDelegation.run(stale, { ...asked, principalId: foreman.id }),
    ];
    for (const attempt of attempts) {
      expect(["forbidden", "not_found"]).toContain((await refusalOf(attempt())).code);
    }
    expect(await world.traces()).toEqual(before);
  });

  test("links created in parallel with a deactivation do not stay open", async () => {
    const asked = { objectId: there.id, role: "installer" as const };
    const stale = world.ctx(await world.again(manager));
    await outcomes([
      ...[1, 2, 3].map(() => createInvitation.run(stale, asked)),
      isDismissed(manager),
      ...[4, 5, 6].map(() => createInvitation.run(stale, asked)),
    ] as Promise<unknown>[]);
    const rows = await world.db.orm.select().from(invitations).where(eq(invitations.createdBy, manager.id));
    expect(rows.filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
    const installer = world.ctx(await world.createUser({ role: "installer" }));
    const codes = rows.map(({ code }) => code);
    for (const code of codes) {
      const refusal = await refusalOf(joinByInvitation.run(installer, { code }));
      expect(refusal.details.sentence).toBe("invitation_revoked");
    }
  });
});
