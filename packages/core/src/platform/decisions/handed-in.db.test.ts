import { afterAll, beforeAll, expect, test } from "vitest";
import { enterFact } from "../../domains/facts/index.ts";
import { requestReschedule } from "../../domains/tasks/index.ts";
import { listMyApprovals } from "../../domains/verbs.ts";
import type { UserActor } from "@stsphera/rbac";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

let scene: ApprovalScene;
beforeAll(async () => {
  scene = await openApprovalScene();
});
afterAll(() => scene.world.close());

const handedIn = async (actor: UserActor, more: object = {}) =>
  (await listMyApprovals.run(scene.world.ctx(actor), { side: "others", limit: 200, ...more })).items;

test("what a user handed in waits for others until they decide, and only while the object is visible", async () => {
  const { world, here, foreman, manager } = scene;
  const judged = await scene.handedIn(manager);
  const asked = await scene.given(manager);
  await scene.move(foreman, asked, "in_progress");
  await requestReschedule.run(world.ctx(foreman), {
    taskId: asked,
    deadline: "2026-09-14",
    reason: "нет анкеров",
  });
  for (const floor of ["1", "2"])
    await enterFact.run(world.ctx(foreman), {
      objectId: here.id,
      floorVolumeId: here.cell("Юг", floor, "МОД"),
      date: "2026-09-08",
      quantity: "3",
    });
  await scene.given(manager);
  const items = await handedIn(foreman);
  expect(items.map(({ kind }) => kind).toSorted()).toEqual(["fact_days", "reschedule", "task_to_judge"]);
  expect(items.every(({ actions }) => actions.length === 0)).toBe(true);
  expect(items.find(({ kind }) => kind === "task_to_judge")?.id).toBe(judged);
  expect(items.find(({ kind }) => kind === "fact_days")).toMatchObject({ due: "2026-09-08", entries: 2 });
  expect(await handedIn(foreman, { kind: "reschedule" })).toHaveLength(1);
  expect(await handedIn(manager)).toEqual([]);
  const former = { ...foreman, objectRoles: {} };
  expect(await handedIn(former)).toEqual([]);

  await scene.move(manager, judged, "done");
  expect((await handedIn(foreman)).map(({ kind }) => kind).toSorted()).toEqual(["fact_days", "reschedule"]);
});

test("what was handed in is paged, with a cursor of its own", async () => {
  const first = await listMyApprovals.run(scene.world.ctx(scene.foreman), { side: "others", limit: 1 });
  expect(first.items).toHaveLength(1);
  const cursor = first.nextCursor ?? "";
  const rest = await handedIn(scene.foreman, { cursor });
  expect([...first.items, ...rest]).toEqual(await handedIn(scene.foreman));
  await expect(listMyApprovals.run(scene.world.ctx(scene.foreman), { cursor })).rejects.toThrow();
});
