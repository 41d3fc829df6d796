import type { Role, UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { setObjectTeam } from "../objects/index.ts";
import { createCrew } from "../production/index.ts";
import {
  type TestObject,
  fieldsOf,
  createTestWorld,
  outcomes,
  refusalOf,
  type World,
} from "../../testing/index.ts";
import {
  createInvitation,
  joinByInvitation,
  listInvitations,
  lookUpInvitation,
  revokeInvitation,
} from "./index.ts";

let world: World;
let here: TestObject;
let manager: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
});
beforeEach(async () => {
  here = await world.createTestObject({ team: ["construction_itr"], volumes: [] });
  manager = await world.as("project_manager");
});
afterAll(() => world.close());

type Options = Partial<Parameters<typeof createInvitation.run>[1]>;
const invite = (options: Options = {}) =>
  createInvitation.run(world.ctx(manager), { objectId: here.id, role: "installer", ...options });
const join = (actor: UserActor, code: string, now = world.now) =>
  joinByInvitation.run(world.ctx(actor, { now }), { code });

async function refusesWithoutTrace(work: () => Promise<unknown>) {
  const before = await world.traces();
  const refusal = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refusal;
}

test("a link has 22 characters and by default is valid for a week and for one user", async () => {
  const made = await invite();
  expect(made).toMatchObject({ maxUses: 1, uses: 0, state: "open", immediate: true, crew: null });
  expect(made.code).toMatch(/^[\w-]{22}$/);
  expect(made.expiresAt).toBe("2026-09-15T07:00:00.000Z");
  const codes = new Set((await Promise.all([1, 2, 3, 4].map(() => invite()))).map((one) => one.code));
  expect(codes.size).toBe(4);
  expect((await invite({ role: "pto", days: 90, maxUses: 100 })).immediate).toBe(false);
});

test("the code is neither in the audit log nor in the event", async () => {
  const { code } = await invite();
  const rows = await world.db.read<{ text: string }>(
    "select after::text as text from audit_log union all select payload::text from outbox",
    [],
  );
  expect(rows.filter(({ text }) => text?.includes(code))).toEqual([]);
});

test.each([
  [{ role: "admin" as Role as never }, "role: invalid_value"],
  [{ role: "director" as Role as never }, "role: invalid_value"],
  [{ days: 0 }, "days: too_small"],
  [{ days: 91 }, "days: too_big"],
  [{ maxUses: 101 }, "maxUses: too_big"],
  [{ maxUses: 1.5 }, "maxUses: invalid_type"],
  [{ crewId: 999_999 }, "crewId: unknown_crew"],
])("%o is refused", async (options, field) => {
  expect(fieldsOf(await refusesWithoutTrace(() => invite(options)))).toEqual([field]);
});

test("an invitation can name a crew of the object, but not of another one", async () => {
  const there = await world.createTestObject({ team: [], volumes: [] });
  const admin = world.ctx(await world.as("admin"));
  const crew = (code: string, objectId: number) =>
    createCrew.run(admin, { code, name: `Бригада ${code}`, lead: "Юсупов", size: 4, objectId });
  const [ours, theirs] = [await crew("БР-1", here.id), await crew("БР-2", there.id)];
  const made = await invite({ crewId: ours.id });
  expect(made.crew).toEqual({ id: ours.id, name: "Бригада БР-1" });
  expect(await lookUpInvitation(world.db, made.code, world.now)).toMatchObject({ crewName: "Бригада БР-1" });
  const foreign = await refusesWithoutTrace(() => invite({ crewId: theirs.id }));
  expect(fieldsOf(foreign)).toEqual(["crewId: unknown_crew"]);
});

test("regression 6: a member of another object can neither create, list nor revoke; a member without the right is told why", async () => {
  const stranger = await world.createUser({ role: "project_manager" });
  const foreman = await world.as("construction_itr");
  const { id } = await invite();
  const asks = (actor: UserActor) => [
    () => createInvitation.run(world.ctx(actor), { objectId: here.id, role: "pto" }),
    () => listInvitations.run(world.ctx(actor), { objectId: here.id }),
    () => revokeInvitation.run(world.ctx(actor), { invitationId: id, version: 1 }),
  ];
  for (const ask of asks(stranger)) expect((await refusesWithoutTrace(ask)).code).toBe("not_found");
  for (const ask of asks(foreman)) {
    expect((await refusesWithoutTrace(ask)).details.permission).toBe("object.invite");
  }
  const unknown = () => revokeInvitation.run(world.ctx(manager), { invitationId: 999_999, version: 1 });
  expect((await refusesWithoutTrace(unknown)).code).toBe("not_found");
});

test("an active user joins at once, and the object's version increases", async () => {
  const installer = await world.createUser({ role: "installer" });
  const { code, id } = await invite();
  expect(await join(installer, code)).toEqual({
    objectId: here.id,
    objectName: "СПК Блок Б",
    role: "installer",
  });
  expect((await world.again(installer)).objectRoles).toEqual({ [here.id]: ["installer"] });
  const [event] = await world.db.read<object>(
    `select type, object_id as "objectId", entity_id as "entityId", payload from outbox
     where type = 'user.joined' order by id desc limit 1`,
    [],
  );
  expect(event).toEqual({
    type: "user.joined",
    objectId: here.id,
    entityId: installer.id,
    payload: { invitationId: id, role: "installer", objectId: here.id },
  });
  const stale = { objectId: here.id, version: here.version, members: [] };
  expect((await refusalOf(setObjectTeam.run(world.ctx(manager), stale))).code).toBe("version_conflict");
});

test("a user uses a link once, and not for a role they already hold there", async () => {
  const installer = await world.createUser({ role: "installer" });
  const { code } = await invite({ maxUses: 5 });
  await join(installer, code);
  const again = await refusesWithoutTrace(() => join(installer, code));
  expect(again).toMatchObject({ code: "conflict", details: { sentence: "invitation_used_before" } });
  const foreman = await world.as("construction_itr");
  const same = await invite({ role: "construction_itr" });
  const held = await refusesWithoutTrace(() => join(foreman, same.code));
  expect(held.details.sentence).toBe("in_team_already");
});

test("another role is joined at once when it is the company role; otherwise a link does not give it", async () => {
  const pto = await world.as("pto");
  const installer = await world.createUser({ role: "installer" });
  const { code } = await invite({ role: "pto", maxUses: 2 });
  const refusal = await refusesWithoutTrace(() => join(installer, code));
  expect(refusal).toMatchObject({ code: "conflict", details: { sentence: "invitation_other_role" } });
  expect(await join(pto, code)).toMatchObject({ role: "pto" });
});

test("an observer belongs to another company: a foreman's link gives them nothing", async () => {
  const observer = await world.createUser({ role: "viewer" });
  const { code } = await invite({ role: "construction_itr", maxUses: 2 });
  const refusal = await refusesWithoutTrace(() => join(observer, code));
  expect(refusal).toMatchObject({ code: "forbidden", details: { sentence: "invitation_other_role" } });
});

test("an unknown, expired, exhausted or revoked link, or one of a closed object, cannot be used", async () => {
  const [one, two] = [await world.createUser(), await world.createUser()];
  const sentence = async (work: () => Promise<unknown>) => {
    const { code, details } = await refusesWithoutTrace(work);
    return `${code}: ${details.sentence}`;
  };
  expect(await sentence(() => join(one, "A".repeat(22)))).toBe("not_found: invitation_unknown");
  expect(fieldsOf(await refusesWithoutTrace(() => join(one, "короткий")))).toEqual(["code: invitation_code"]);

  const dated = await invite({ days: 1 });
  const at = new Date("2026-09-09T07:00:00.000Z");
  expect(await sentence(() => join(one, dated.code, at))).toBe("conflict: invitation_expired");
  expect(await join(one, dated.code, new Date(at.getTime() - 1))).toMatchObject({ role: "installer" });
  expect(await sentence(() => join(two, dated.code))).toBe("conflict: invitation_used_up");

  const revoked = await invite();
  await revokeInvitation.run(world.ctx(manager), { invitationId: revoked.id, version: 1 });
  expect(await sentence(() => join(two, revoked.code))).toBe("conflict: invitation_revoked");
  const twice = () => revokeInvitation.run(world.ctx(manager), { invitationId: revoked.id, version: 2 });
  expect(await sentence(twice)).toBe("invalid_transition: invitation_revoked");

  const late = await invite();
  await world.db.sql`update objects set status = 'closed' where id = ${here.id}`;
  expect(await sentence(() => join(two, late.code))).toBe("conflict: object_is_over");
  expect(await sentence(() => invite())).toBe("conflict: object_is_over");
});

test("of several users who want the last place in parallel one gets it", async () => {
  const { code, id } = await invite({ maxUses: 2 });
  const people = await Promise.all([1, 2, 3, 4].map(() => world.createUser()));
  const ends = await outcomes(people.map((person) => join(person, code)));
  expect([ends.done.length, ends.refused]).toEqual([2, ["conflict", "conflict"]]);
  const [row] = await world.db.read<{ uses: number; members: number }>(
    `select i.uses, (select count(*)::int from object_roles r where r.object_id = i.object_id
       and r.role = 'installer') as members from invitations i where i.id = $1`,
    [id],
  );
  expect(row).toEqual({ uses: 2, members: 2 });
});

test("repeated requests with one idempotency key join once and give the same answer", async () => {
  const person = await world.createUser();
  const { code } = await invite();
  const tap = () => joinByInvitation.run(world.ctx(person, { idempotencyKey: "tg:1:0" }), { code });
  const first = await tap();
  const before = await world.traces();
  expect(await tap()).toEqual(first);
  expect(await world.traces()).toEqual(before);
});

test("the list shows the newest first with their states, page by page", async () => {
  const made = [await invite({ days: 1 }), await invite({ role: "pto" }), await invite({ maxUses: 3 })];
  await join(await world.createUser(), made[2]?.code ?? "");
  await revokeInvitation.run(world.ctx(manager), { invitationId: made[1]?.id ?? 0, version: 1 });
  const now = new Date("2026-09-10T07:00:00.000Z");
  const ctx = world.ctx(manager, { now });
  const first = await listInvitations.run(ctx, { objectId: here.id, limit: 2 });
  const rest = await listInvitations.run(ctx, {
    objectId: here.id,
    limit: 2,
    cursor: first.nextCursor ?? "",
  });
  const seen = [...first.items, ...rest.items].map(({ id, state, uses }) => ({ id, state, uses }));
  expect(seen).toEqual([
    { id: made[2]?.id, state: "open", uses: 1 },
    { id: made[1]?.id, state: "revoked", uses: 0 },
    { id: made[0]?.id, state: "expired", uses: 0 },
  ]);
  expect(first.items[0]?.createdBy.fullName).toBe(manager.fullName);
});

test("the card of a link says what it offers and why it cannot be used", async () => {
  const { code, id } = await invite();
  const card = await lookUpInvitation(world.db, code, world.now);
  expect(card).toEqual({
    invitationId: id,
    objectId: here.id,
    objectName: "СПК Блок Б",
    role: "installer",
    crewName: null,
    invitedBy: manager.fullName,
    immediate: true,
    state: "open",
    refusal: null,
  });
  const later = await lookUpInvitation(world.db, code, new Date("2027-01-01T00:00:00.000Z"));
  expect(later).toMatchObject({ state: "expired", refusal: "invitation_expired" });
  expect(await lookUpInvitation(world.db, "нет", world.now)).toBeNull();
  expect(await lookUpInvitation(world.db, "B".repeat(22), world.now)).toBeNull();
});

test("a link older than a removal leads nobody back, a newer one does", async () => {
  const foreman = await world.as("construction_itr");
  const { code } = await invite({ role: "construction_itr", maxUses: 10 });
  const team = async (roles: { userId: number; roles: Role[] }[]) => {
    const [object] = await world.db.read<{ version: number }>("select version from objects where id = $1", [
      here.id,
    ]);
    const members = [{ userId: manager.id, roles: ["project_manager" as const] }, ...roles];
    const version = object?.version ?? 0;
    await setObjectTeam.run(world.ctx(manager), { objectId: here.id, version, members });
  };
  await team([]);
  const removed = await world.as("construction_itr");
  const back = await refusesWithoutTrace(() => join(removed, code));
  expect(back).toMatchObject({ code: "conflict", message: "invitation_after_removal" });
  const later = new Date(world.now.getTime() + 60_000);
  const fresh = await createInvitation.run(world.ctx(manager, { now: later }), {
    objectId: here.id,
    role: "construction_itr",
  });
  expect(await join(removed, fresh.code, later)).toMatchObject({ role: "construction_itr" });
  await team([{ userId: foreman.id, roles: ["construction_itr"] }]);
});

test("a link gives an account no wider role on site than its own, and a narrower one", async () => {
  const installer = await world.createUser({ role: "installer" });
  const { code } = await invite({ role: "construction_itr", maxUses: 10 });
  const refusal = await refusesWithoutTrace(() => join(installer, code));
  expect(refusal).toMatchObject({ code: "forbidden", details: { sentence: "invitation_other_role" } });
  const foreman = await world.createUser({ role: "construction_itr" });
  const asInstaller = await invite({ role: "installer" });
  expect(await join(foreman, asInstaller.code)).toMatchObject({ role: "installer" });
});
