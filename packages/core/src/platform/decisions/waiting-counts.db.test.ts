import { type ApprovalKind, APPROVAL_KINDS } from "@stsphera/contracts";
import { ROLE_CODES, type UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getDashboard } from "../../domains/dashboard/index.ts";
import { createDelegation } from "../../domains/delegations/index.ts";
import { changeDefectStatus, reportDefect } from "../../domains/defects/index.ts";
import { reportExtra } from "../../domains/extra-works/index.ts";
import { decideFact, enterFact } from "../../domains/facts/index.ts";
import { openForecastScene } from "../../domains/gpr/forecast/testing/forecast-scene.ts";
import { changeGprStatus, createGpr, editGprRows } from "../../domains/gpr/index.ts";
import { getObjectDashboard } from "../../domains/objects/index.ts";
import { askErasure, registerUser } from "../../domains/people/index.ts";
import { changeSupplyStatus, requestSupply } from "../../domains/supply/index.ts";
import { changeTaskStatus, requestReschedule } from "../../domains/tasks/index.ts";
import { photoOf } from "../../testing/verbs/rows.ts";
import { createZone } from "../../domains/zones/index.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

let scene: ApprovalScene;
let alone: { id: number; manager: UserActor };
beforeAll(async () => {
  scene = await openApprovalScene();
  const { world, here, manager, foreman, pto } = scene;
  const installer = await world.as("installer");
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
  await scene.given(manager);
  const taskId = await scene.given(manager);
  await scene.move(foreman, taskId, "in_progress");
  await requestReschedule.run(world.ctx(foreman), { taskId, deadline: "2026-10-01", reason: "нет фронта" });
  const stands = await scene.given(manager);
  await changeTaskStatus.run(world.ctx(foreman), {
    taskId: stands,
    version: 1,
    move: "block",
    reason: "нет протокола",
    blocker: { userId: pto.id },
  });
  await reportExtra.run(world.ctx(foreman), {
    objectId: here.id,
    title: "Заделка проёма",
    quantity: "4",
    unit: "шт",
    place: "Юг 1",
    orderedBy: "Генподрядчик",
  });
  const found = async () => ({
    objectId: here.id,
    title: "Скол",
    facadeId: here.facadeId("Юг"),
    fileIds: [await photoOf(world.ctx(foreman), foreman, here.id)],
  });
  await reportDefect.run(world.ctx(foreman), await found());
  for (const steps of [[], ["start"], ["start", "fix"], ["dispute"]] as const) {
    const { id: defectId } = await reportDefect.run(world.ctx(foreman), {
      ...(await found()),
      responsibleId: installer.id,
    });
    for (const [at, move] of steps.entries()) {
      const ctx = world.ctx(installer);
      const asked = move === "fix" ? { fileIds: [await photoOf(ctx, installer, here.id)] } : {};
      const words = move === "dispute" ? { reason: "это не наша работа" } : {};
      await changeDefectStatus.run(ctx, { defectId, version: at + 1, move, ...asked, ...words } as never);
    }
  }
  const buyer = await world.as("supply");
  const ordered = { supplier: "ООО «Снаб»", promisedOn: "2026-09-12", amount: "1000" };
  const way = [
    [manager, { move: "approve" }],
    [buyer, { move: "order", ...ordered }],
    [buyer, { move: "ship" }],
    [foreman, { move: "receive", quantity: "3" }],
  ] as const;
  for (const steps of [0, 1, 3, 4]) {
    const asked = {
      objectId: here.id,
      title: "Герметик",
      quantity: "4",
      amount: steps === 0 ? "900000" : "1000",
    };
    const { id: orderId } = await requestSupply.run(world.ctx(foreman), asked);
    for (const [at, [actor, step]] of way.slice(0, steps).entries()) {
      const ctx = world.ctx(actor);
      const files = step.move === "receive" ? { fileIds: [await photoOf(ctx, actor, here.id)] } : {};
      await changeSupplyStatus.run(ctx, { orderId, version: at + 1, ...step, ...files } as never);
    }
  }
  const gpr = await createGpr.run(world.ctx(manager), { objectId: here.id, from: "empty" });
  const edited = await editGprRows.run(world.ctx(manager), {
    gprId: gpr.id,
    edits: [{ do: "add", name: "Разметка", department: "construction", duration: 3, ownerId: foreman.id }],
  });
  const sent = { gprId: gpr.id, version: edited.version, move: "send" } as const;
  await changeGprStatus.run(world.ctx(manager), sent);
  const shifted = await openForecastScene(world);
  await shifted.shift(["brackets"], { by: "days", workdays: 5 });
  const [factToFix] = await world.db.read<{ id: number; version: number }>(
    "select id, version from daily_plan_fact where object_id = $1 and author_id = $2 order by id limit 1",
    [here.id, foreman.id],
  );
  const returned = { factId: factToFix?.id ?? 0, version: factToFix?.version ?? 0 };
  await decideFact.run(world.ctx(pto), { ...returned, move: "return", reason: "число не сходится" });
  await createZone.run(world.ctx(manager), {
    objectId: here.id,
    name: "Ю-1",
    facadeId: here.facadeId("Юг"),
    fromFloorId: here.floorId("1"),
    toFloorId: here.floorId("2"),
    foremanId: null,
  });
  await registerUser.run(world.ctx(world.job("registration")), {
    telegramId: "3000777",
    fullName: "Яна Кац",
  });
  await askErasure.run(world.ctx(await world.createUser({ role: "safety" })), {});
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
  const seen = new Set<ApprovalKind>();
  for (const person of people) {
    const actor = await world.again(person);
    const ctx = world.ctx(actor);
    const { waiting } = await getDashboard.run(ctx, {});
    const said = APPROVAL_KINDS.map((kind) => [kind, waiting.decisions[kind]] as const);
    const all = await Promise.all(
      APPROVAL_KINDS.map(async (kind) => [kind, await listed(actor, kind)] as const),
    );
    expect([actor.role, said]).toEqual([actor.role, all]);
    const items = await scene.waitingFor(actor);
    expect(all.reduce((sum, [, count]) => sum + count, 0)).toBe(
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
    for (const [kind, count] of all) if (count > 0) seen.add(kind);
  }
  expect([...seen].toSorted()).toEqual([...APPROVAL_KINDS].toSorted());
});
