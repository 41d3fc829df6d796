import type { ApprovalKind } from "@stsphera/contracts";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getDashboard } from "../../domains/dashboard/index.ts";
import { decideFact, enterFact, getFact } from "../../domains/facts/index.ts";
import { getObjectDashboard } from "../../domains/objects/index.ts";
import { decideReschedule, requestReschedule } from "../../domains/tasks/index.ts";
import { refusalOf } from "../../testing/index.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

let scene: ApprovalScene;
beforeAll(async () => {
  scene = await openApprovalScene();
});
afterAll(() => scene.world.close());

/** The user as deputy for the absent users, in this order. */
const inPlaceOf = (person: UserActor, ...absent: readonly UserActor[]): UserActor => ({
  ...person,
  deputyFor: absent.map(({ id, fullName, objectRoles }) => ({
    principalId: id,
    principalName: fullName,
    principalRole: null,
    objectRoles,
  })),
});
const aDeputy = async (...absent: readonly UserActor[]) =>
  inPlaceOf(await scene.world.createUser({ role: "contract" }), ...absent);

/** In whose place the user decides on what waits: ids of principals, null for their own right. */
const inPlaces = async (actor: UserActor, kind: ApprovalKind) =>
  (await scene.waitingFor(actor, kind)).map(({ behalf }) => behalf?.id ?? null);

/** The counters on the user's start screen. */
const counted = async (actor: UserActor) => (await getDashboard.run(scene.world.ctx(actor), {})).waiting;

test("the absent manager's own work waits for others, never for the manager's deputy, who would be refused", async () => {
  const deputy = await aDeputy(scene.manager);
  const his = await scene.handedIn(scene.pto, scene.manager);
  const anothers = await scene.handedIn(scene.pto);
  const toHimself = await scene.handedIn(scene.manager, scene.manager);
  expect(await scene.idsFor(deputy, "task_to_judge")).toEqual([anothers, toHimself]);
  expect((await counted(deputy)).decisions.task_to_judge).toBe(2);
  expect(await inPlaces(deputy, "task_to_judge")).toEqual([scene.manager.id, scene.manager.id]);
  expect(await inPlaces(scene.pto, "task_to_judge")).not.toContain(scene.manager.id);
  expect(await scene.idsFor(scene.pto, "task_to_judge")).toContain(his);
  const refusal = await refusalOf(scene.move(deputy, his, "done"));
  expect([refusal.code, refusal.details.sentence]).toEqual(["forbidden", "not_own_work"]);
  for (const taskId of [anothers, toHimself]) await scene.move(deputy, taskId, "done");
  expect(await scene.idsFor(deputy, "task_to_judge")).toEqual([]);
  await scene.move(scene.pto, his, "done");
});

test("the author of the absent user's task judges it by their own right, not as a deputy", async () => {
  const foreman = inPlaceOf(scene.foreman, scene.manager);
  const given = await scene.handedIn(scene.foreman, scene.manager);
  expect(await scene.idsFor(foreman, "task_to_judge")).toEqual([given]);
  expect((await counted(foreman)).decisions.task_to_judge).toBe(1);
  expect(await inPlaces(foreman, "task_to_judge")).toEqual([null]);
  const stranger = await aDeputy(scene.manager);
  await scene.world.db.sql`update tasks set creator_id = ${stranger.id} where id = ${given}`;
  await scene.world.rebuildDecisions();
  expect(await scene.idsFor(stranger, "task_to_judge")).toEqual([]);
  expect((await refusalOf(scene.move(stranger, given, "done"))).code).toBe("forbidden");
  await scene.world.db.sql`update tasks set creator_id = ${scene.foreman.id} where id = ${given}`;
  await scene.world.rebuildDecisions();
  await scene.move(foreman, given, "done");
});

test("a task that a deputy assigned in the absent foreman's name is not for that deputy to judge", async () => {
  const deputy = await aDeputy(scene.foreman);
  const [his, anothers] = [
    await scene.handedIn(deputy, scene.foreman),
    await scene.handedIn(deputy, scene.manager),
  ];
  expect(await scene.idsFor(deputy, "task_to_judge")).toEqual([anothers]);
  expect((await counted(deputy)).decisions.task_to_judge).toBe(1);
  expect((await refusalOf(scene.move(deputy, his, "done"))).code).toBe("forbidden");
  await scene.move(deputy, anothers, "done");
});

test("a request of the absent user waits for others, those of their subordinates for the deputy", async () => {
  const deputy = await aDeputy(scene.manager);
  const askedBy = async (person: UserActor) => {
    const taskId = await scene.given(scene.pto, { assigneeId: person.id });
    const input = { taskId, deadline: "2026-09-14", reason: "лаборатория занята" };
    return (await requestReschedule.run(scene.world.ctx(person), input)).id;
  };
  const [own, anothers] = [await askedBy(scene.manager), await askedBy(scene.foreman)];
  expect(await scene.idsFor(deputy, "reschedule")).toEqual([anothers]);
  const decision = { to: "approved" as const, version: 1 };
  const refused = decideReschedule.run(scene.world.ctx(deputy), { requestId: own, ...decision });
  expect((await refusalOf(refused)).code).toBe("forbidden");
  await decideReschedule.run(scene.world.ctx(deputy), { requestId: anothers, ...decision });
  expect(await scene.idsFor(deputy, "reschedule")).toEqual([]);
});

test("the absent user's entries wait for others, not for the deputy", async () => {
  const deputy = await aDeputy(scene.manager);
  const { fact } = await enterFact.run(scene.world.ctx(scene.manager), {
    objectId: scene.here.id,
    floorVolumeId: scene.here.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "3",
  });
  expect(await scene.waitingFor(deputy, "fact_days")).toEqual([]);
  const onObject = async (actor: UserActor) =>
    (await getObjectDashboard.run(scene.world.ctx(actor), { objectId: scene.here.id })).toConfirm;
  for (const [actor, count] of [
    [deputy, 0],
    [scene.pto, 1],
  ] as const) {
    expect((await counted(actor)).decisions.fact_days).toBe(count);
    expect(await onObject(actor)).toBe(count);
  }
  const { version } = await getFact.run(scene.world.ctx(scene.pto), { factId: fact.id });
  const decision = { factId: fact.id, to: "confirmed" as const, version };
  expect((await refusalOf(decideFact.run(scene.world.ctx(deputy), decision))).code).toBe("forbidden");
});

describe("a foreman who stands in for the manager, with ledger entries", () => {
  const enteredBy = async (author: UserActor, floor: string) => {
    const { fact } = await enterFact.run(scene.world.ctx(author), {
      objectId: scene.here.id,
      floorVolumeId: scene.here.cell("Запад", floor, "МОД"),
      date: "2026-09-08",
      quantity: "1",
      confirmDuplicate: true,
    });
    return fact.id;
  };
  const confirm = async (actor: UserActor, factId: number) => {
    const { version, can } = await getFact.run(scene.world.ctx(actor), { factId });
    return {
      offered: can?.confirm,
      run: decideFact.run(scene.world.ctx(actor), { factId, to: "confirmed", version }),
    };
  };
  const inWhoseName = async (factId: number) => {
    const rows = await scene.world.db.read<{ onBehalfOf: number | null }>(
      `select on_behalf_of as "onBehalfOf" from audit_log
       where entity_type = 'fact' and entity_id = $1 and action = 'fact.change_status'`,
      [factId],
    );
    return rows.map((row) => row.onBehalfOf);
  };

  test("the manager's own entry does not wait for the deputy, whose own right does not cover it", async () => {
    const foreman = inPlaceOf(scene.foreman, scene.manager);
    const his = await confirm(foreman, await enteredBy(scene.manager, "1"));
    expect(his.offered).toBe(false);
    const refusal = await refusalOf(his.run);
    expect([refusal.code, refusal.details.sentence]).toEqual(["forbidden", "not_own_entry"]);
  });

  test("another user's entry is confirmed in the manager's name, an installer's by the foreman's own right", async () => {
    const foreman = inPlaceOf(scene.foreman, scene.manager);
    const [engineer, installer] = [await scene.world.as("geodesist"), await scene.world.as("installer")];
    await scene.world.db.sql`
      insert into crews (code, name, lead, lead_user_id, size, object_id)
      values ('БР-9', 'Модули', 'Юсупов', ${installer.id}, 6, ${scene.here.id})`;
    for (const [author, name] of [
      [engineer, scene.manager.id],
      [installer, null],
    ] as const) {
      const factId = await enteredBy(author, "2");
      const { offered, run } = await confirm(foreman, factId);
      expect(offered).toBe(true);
      await run;
      expect(await inWhoseName(factId)).toEqual([name]);
    }
  });

  test("a deputy for two confirms the entry of one in the name of the other", async () => {
    const foreman = inPlaceOf(scene.foreman, scene.manager, scene.pto);
    const factId = await enteredBy(scene.manager, "1");
    expect(await inPlaces(foreman, "fact_days")).toEqual([scene.pto.id]);
    const { offered, run } = await confirm(foreman, factId);
    expect(offered).toBe(true);
    await run;
    expect(await inWhoseName(factId)).toEqual([scene.pto.id]);
  });
});
