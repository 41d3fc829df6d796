import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideFact, enterFact, getFact } from "../../domains/facts/index.ts";
import { changeUserStatus } from "../../domains/people/index.ts";
import { listMyApprovals } from "../../domains/verbs.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

let scene: ApprovalScene;
beforeAll(async () => {
  scene = await openApprovalScene();
});
afterAll(() => scene.world.close());

describe("days with entries", () => {
  const enter = async (actor: UserActor, date: string, floor: string, facade = "Юг") =>
    (
      await enterFact.run(scene.world.ctx(actor), {
        objectId: scene.here.id,
        floorVolumeId: scene.here.cell(facade, floor, "МОД"),
        date,
        quantity: "3",
      })
    ).fact.id;
  const confirm = async (factId: number) => {
    const { version } = await getFact.run(scene.world.ctx(scene.manager), { factId });
    await decideFact.run(scene.world.ctx(scene.manager), { factId, to: "confirmed", version });
  };
  const daysFor = async (actor: UserActor) =>
    (await scene.waitingFor(actor, "fact_days")).map(({ due, entries, overdue }) => [due, entries, overdue]);

  test("wait as long as they have another user's entry, and disappear with the last", async () => {
    const one = await enter(scene.foreman, "2026-09-07", "1");
    const two = await enter(scene.foreman, "2026-09-07", "2");
    const three = await enter(scene.foreman, "2026-09-08", "1");
    const own = await enter(scene.manager, "2026-09-08", "2");
    expect(await daysFor(scene.manager)).toEqual([
      ["2026-09-07", 2, true],
      ["2026-09-08", 1, false],
    ]);
    expect(await daysFor(scene.pto)).toEqual([
      ["2026-09-07", 2, true],
      ["2026-09-08", 2, false],
    ]);
    expect(await daysFor(scene.foreman)).toEqual([]);
    expect(await daysFor(await scene.world.as("director"))).toEqual([]);
    const [day] = await scene.waitingFor(scene.manager, "fact_days");
    expect(day).toMatchObject({
      id: one,
      title: "СПК Блок Б",
      taskId: null,
      who: null,
      version: null,
      deepLink: `o${scene.here.id}_fact_20260907`,
      actions: [{ key: "open" }],
    });
    await confirm(one);
    expect(await daysFor(scene.manager)).toEqual([
      ["2026-09-07", 1, true],
      ["2026-09-08", 1, false],
    ]);
    await confirm(two);
    await confirm(three);
    expect(await daysFor(scene.manager)).toEqual([]);
    expect(await daysFor(scene.pto)).toEqual([["2026-09-08", 1, false]]);
    await decideFact.run(scene.world.ctx(scene.pto), {
      factId: own,
      to: "confirmed",
      version: (await getFact.run(scene.world.ctx(scene.pto), { factId: own })).version,
    });
  });

  test("keep their place in the pages while others decide on their entries", async () => {
    const oldest = await enter(scene.foreman, "2026-09-07", "1", "Запад");
    const now = new Date(scene.world.now.getTime() + 60_000);
    const { fact: newer } = await enterFact.run(scene.world.ctx(scene.foreman, { now }), {
      objectId: scene.here.id,
      floorVolumeId: scene.here.cell("Запад", "2", "МОД"),
      date: "2026-09-07",
      quantity: "3",
    });
    const last = await enter(scene.foreman, "2026-09-08", "1", "Запад");
    const page = (cursor?: string) =>
      listMyApprovals.run(scene.world.ctx(scene.manager), {
        kind: "fact_days",
        limit: 1,
        ...(cursor === undefined ? {} : { cursor }),
      });
    const first = await page();
    expect(first.items.map(({ due, id }) => [due, id])).toEqual([["2026-09-07", oldest]]);
    await confirm(oldest);
    const second = await page(first.nextCursor ?? "");
    expect(second.items.map(({ due, id }) => [due, id])).toEqual([["2026-09-08", last]]);
    expect(second.nextCursor).toBeNull();
    for (const factId of [newer.id, last]) await confirm(factId);
  });

  test("wait for a foreman when they are an installer's", async () => {
    const installer = await scene.world.as("installer");
    await scene.world.db.sql`
      insert into crews (code, name, lead, lead_user_id, size, object_id)
      values ('БР-9', 'Модули', 'Юсупов', ${installer.id}, 6, ${scene.here.id})`;
    const entered = await enter(installer, "2026-09-08", "1");
    expect(await daysFor(scene.foreman)).toEqual([["2026-09-08", 1, false]]);
    await confirm(entered);
    expect(await daysFor(scene.foreman)).toEqual([]);
  });
});

test("users awaiting approval wait only for admins", async () => {
  const { id } = await scene.world.createUser({ role: null, status: "pending", fullName: "Яна Кац" });
  expect(await scene.waitingFor(scene.manager, "person")).toEqual([]);
  const [item] = await scene.waitingFor(scene.admin);
  expect(item).toMatchObject({
    kind: "person",
    id,
    title: "Яна Кац",
    objectId: null,
    due: null,
    deepLink: null,
  });
  const version = item?.version ?? 0;
  await changeUserStatus.run(scene.world.ctx(scene.admin), {
    userId: id,
    to: "active",
    version,
    role: "installer",
  });
  expect(await scene.waitingFor(scene.admin)).toEqual([]);
});
