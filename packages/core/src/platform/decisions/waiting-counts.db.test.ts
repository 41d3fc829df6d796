import { type ApprovalKind, APPROVAL_KINDS } from "@stsphera/contracts";
import { ROLE_CODES, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getDashboard } from "../../domains/dashboard/index.ts";
import { createDelegation } from "../../domains/delegations/index.ts";
import { enterFact } from "../../domains/facts/index.ts";
import { getObjectDashboard } from "../../domains/objects/index.ts";
import { registerUser } from "../../domains/people/index.ts";
import { requestReschedule } from "../../domains/tasks/index.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

let scene: ApprovalScene;
let alone: { id: number; manager: UserActor };
beforeAll(async () => {
  scene = await openApprovalScene();
  const { world, here, manager, foreman, pto } = scene;
  const enter = (by: UserActor, objectId: number, floorVolumeId: number, date: string) =>
    enterFact.run(world.ctx(by), { objectId, floorVolumeId, date, quantity: "2" });
  for (const date of ["2026-09-07", "2026-09-08"]) {
    await enter(foreman, here.id, here.cell("Юг", "1", "МОД"), date);
    await enter(manager, here.id, here.cell("Запад", "1", "МОД"), date);
  }
  const lone = await world.createUser({ role: "project_manager" });
  const there = await world.createTestObject({
    members: [{ actor: lone, roles: ["project_manager"] }],
    team: [],
  });
  await world.db.sql`delete from object_roles where object_id = ${there.id} and user_id <> ${lone.id}`;
  alone = { id: there.id, manager: await world.again(lone) };
  await enter(alone.manager, there.id, there.cell("Юг", "1", "МОД"), "2026-09-08");
  await scene.handedIn(manager);
  await scene.handedIn(pto);
  const taskId = await scene.given(manager);
  await scene.move(foreman, taskId, "in_progress");
  await requestReschedule.run(world.ctx(foreman), { taskId, deadline: "2026-10-01", reason: "нет фронта" });
  await registerUser.run(world.ctx(world.job("registration")), {
    telegramId: "3000777",
    fullName: "Яна Кац",
  });
  const days = { fromDay: "2026-09-08", toDay: "2026-09-10" };
  const supply = await world.as("supply");
  await createDelegation.run(world.ctx(await world.again(manager)), { deputyId: supply.id, ...days });
});
afterAll(() => scene.world.close());

/** What a list of decisions counts: a day of facts each of its entries. */
async function listed(actor: UserActor, kind: ApprovalKind, objectId?: number): Promise<number> {
  const items = await scene.waitingFor(actor, kind);
  return items
    .filter((item) => objectId === undefined || item.objectId === objectId)
    .reduce((sum, { entries }) => sum + (entries ?? 1), 0);
}

test("every number of what waits is that of the list it opens, for every role and a deputy", async () => {
  const { world, here } = scene;
  const people = [...(await Promise.all(ROLE_CODES.map((role) => world.as(role)))), alone.manager];
  let seen = 0;
  for (const person of people) {
    const actor = await world.again(person);
    const ctx = world.ctx(actor);
    const { waiting } = await getDashboard.run(ctx, {});
    const { factsToConfirm, tasksToJudge, reschedules, peopleToApprove = 0 } = waiting;
    expect([actor.role, factsToConfirm, tasksToJudge, reschedules, peopleToApprove]).toEqual([
      actor.role,
      await listed(actor, "fact_days"),
      await listed(actor, "task_to_judge"),
      await listed(actor, "reschedule"),
      await listed(actor, "person"),
    ]);
    const all = await Promise.all(APPROVAL_KINDS.map((kind) => listed(actor, kind)));
    const items = await scene.waitingFor(actor);
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(
      items.reduce((sum, { entries }) => sum + (entries ?? 1), 0),
    );
    for (const objectId of [here.id, alone.id]) {
      if (!(objectId in actor.objectRoles) && actor.role !== "admin") continue;
      const { toConfirm } = await getObjectDashboard.run(ctx, { objectId });
      expect([actor.role, objectId, toConfirm]).toEqual([
        actor.role,
        objectId,
        await listed(actor, "fact_days", objectId),
      ]);
    }
    seen += factsToConfirm + tasksToJudge + reschedules + peopleToApprove;
  }
  expect(seen).toBeGreaterThan(10);
});
