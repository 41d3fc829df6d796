import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { getDashboard } from "../../domains/dashboard/index.ts";
import { enterFact, getFactForm } from "../../domains/facts/index.ts";
import { getObjectDashboard } from "../../domains/objects/index.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

const { pendingDecisions } = schema;
type Row = Partial<typeof pendingDecisions.$inferInsert>;

let scene: ApprovalScene;
let taskId: number;
let deputy: UserActor;
let judge: UserActor;
beforeAll(async () => {
  scene = await openApprovalScene();
  taskId = await scene.given(scene.manager);
  judge = await scene.world.as("design_head");
  deputy = await deputyOf(scene.manager);
});
afterEach(async () => {
  await scene.world.db.sql`delete from pending_decisions`;
});
afterAll(() => scene.world.close());

async function deputyOf(absent: UserActor): Promise<UserActor> {
  const { id, fullName, objectRoles } = absent;
  const deputyFor = [{ principalId: id, principalName: fullName, principalRole: absent.role, objectRoles }];
  return { ...(await scene.world.createUser({ role: "contract" })), deputyFor };
}

/** Inserts a decision that no domain makes today directly into the table. */
const waits = (row: Row) =>
  scene.world.db.orm.insert(pendingDecisions).values({
    objectId: scene.here.id,
    entityType: "task",
    entityId: taskId,
    kind: "task_to_judge",
    permission: "task.approve",
    since: scene.world.now,
    ...row,
  });

/** Ids of those of the users for whom it waits; each sees it once, and the start screen counts it once. */
async function seenBy(...actors: readonly UserActor[]): Promise<number[]> {
  const seen: number[] = [];
  for (const actor of actors) {
    const ids = await scene.idsFor(actor, "task_to_judge");
    const { waiting } = await getDashboard.run(scene.world.ctx(actor), {});
    expect([ids.length, waiting.decisions.task_to_judge]).toEqual(ids.length > 0 ? [1, 1] : [0, 0]);
    if (ids.length > 0) seen.push(actor.id);
  }
  return seen;
}

describe("a decision that names its holder", () => {
  test("without a relation waits for the holder and the holder's deputy, while the holder has the right", async () => {
    const { manager } = scene;
    await waits({ holderId: manager.id });
    expect(await seenBy(manager, deputy, judge, scene.admin)).toEqual([manager.id, deputy.id]);
    expect(await seenBy({ ...manager, objectRoles: {} })).toEqual([]);
  });

  test("waits neither for an excepted holder or their deputy, nor for an excepted deputy", async () => {
    const { manager } = scene;
    await waits({ holderId: manager.id, exceptUserIds: [manager.id] });
    expect(await seenBy(manager, deputy)).toEqual([]);
    await scene.world.db.sql`update pending_decisions set except_user_ids = array[${deputy.id}::int]`;
    expect(await seenBy(manager, deputy)).toEqual([manager.id]);
  });

  test("with a relation waits for the holder alone", async () => {
    const { manager } = scene;
    await waits({ holderId: manager.id, relation: "creator" });
    expect(await seenBy(manager, deputy)).toEqual([manager.id]);
  });

  test("by the role that it was asked of leaves with that role, whatever else they may sign by", async () => {
    const { manager, here, world } = scene;
    const signature = { kind: "gpr_signature", permission: "gpr.sign", relation: "signer" } as const;
    await waits({ ...signature, entityType: "gpr", holderId: manager.id, byRoles: ["project_manager"] });
    const seen = async (actor: UserActor) => {
      const waiting = (await scene.waitingFor(actor, "gpr_signature")).length;
      const { decisions } = (await getDashboard.run(world.ctx(actor), {})).waiting;
      expect(decisions.gpr_signature).toBe(waiting);
      return waiting;
    };
    const now = { ...manager, objectRoles: { [here.id]: ["supply" as const] } };
    expect([await seen(manager), await seen(now)]).toEqual([1, 0]);
    await world.db.sql`update pending_decisions set by_roles = array['production', 'supply']`;
    expect([await seen(manager), await seen(now)]).toEqual([0, 1]);
    await world.db.sql`update pending_decisions set by_roles = null`;
    expect([await seen(manager), await seen(now)]).toEqual([1, 1]);
  });
});

describe("a decision of a right", () => {
  test("waits for a company role only if company-wide, and for a member once", async () => {
    const { admin, manager } = scene;
    await waits({});
    expect(await seenBy(admin, manager)).toEqual([manager.id]);
    await scene.world.db.sql`update pending_decisions set company_wide = true`;
    expect(await seenBy(admin, manager)).toEqual([admin.id, manager.id]);
    await waits({ holderId: manager.id, companyWide: true });
    expect(await seenBy(admin, manager)).toEqual([admin.id, manager.id]);
  });

  test("by an unregistered right waits for nobody", async () => {
    await waits({ permission: "task.view" });
    expect(await seenBy(scene.manager, deputy)).toEqual([]);
  });
});

test("that nobody on the object may make waits for who holds the right everywhere, until somebody may", async () => {
  const { world, admin } = scene;
  const lone = await world.createUser({ role: "project_manager" });
  const alone = await world.createTestObject({
    members: [{ actor: lone, roles: ["project_manager"] }],
    team: [],
  });
  await world.db.sql`delete from object_roles where object_id = ${alone.id} and user_id <> ${lone.id}`;
  const enters = world.ctx(await world.again(lone));
  const { nobodyConfirms } = await getFactForm.run(enters, { objectId: alone.id });
  expect(nobodyConfirms).toBe(true);
  await enterFact.run(enters, {
    objectId: alone.id,
    floorVolumeId: alone.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "3",
  });
  const director = await world.as("director");
  const counts = async () => {
    const read = [];
    for (const person of [admin, director, await world.again(lone)]) {
      const { waiting } = await getDashboard.run(world.ctx(person), {});
      read.push([(await scene.waitingFor(person, "fact_days")).length, waiting.decisions.fact_days]);
    }
    return read;
  };
  const nobody = [0, 0];
  expect(await counts()).toEqual([[1, 1], nobody, nobody]);
  const second = await world.createUser({ role: "pto" });
  await world.db.sql`insert into object_roles (object_id, user_id, role, since)
    values (${alone.id}, ${second.id}, 'pto', ${world.now})`;
  expect(await counts()).toEqual([nobody, nobody, nobody]);
  expect((await getFactForm.run(enters, { objectId: alone.id })).nobodyConfirms).toBe(false);
  expect(await scene.waitingFor(await world.again(second), "fact_days")).toHaveLength(1);
  await world.db.sql`update users set status = 'deactivated' where id = ${second.id}`;
  expect(await counts()).toEqual([[1, 1], nobody, nobody]);
});

test("of a closed object waits nowhere: in no list, on no start screen, on no card of the object", async () => {
  const { world, here, manager, foreman } = scene;
  await enterFact.run(world.ctx(foreman), {
    objectId: here.id,
    floorVolumeId: here.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "3",
  });
  await waits({ holderId: manager.id, relation: "creator", companyWide: true });
  const counts = async () => [
    (await scene.waitingFor(manager)).length,
    (await getDashboard.run(world.ctx(manager), {})).waiting.decisions.fact_days,
    (await getObjectDashboard.run(world.ctx(manager), { objectId: here.id })).toConfirm,
  ];
  expect(await counts()).toEqual([2, 1, 1]);
  await world.db.sql`update objects set status = 'closed' where id = ${here.id}`;
  expect(await counts()).toEqual([0, 0, 0]);
});
