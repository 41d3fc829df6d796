import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeTaskStatus, decideReschedule, getTask, requestReschedule } from "../../domains/tasks/index.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

let scene: ApprovalScene;
beforeAll(async () => {
  scene = await openApprovalScene();
});
afterAll(() => scene.world.close());

test("an assigned task waits for its assignee until they take or decline it", async () => {
  const [taken, declined] = [
    await scene.given(scene.manager, { text: "На оси 7" }),
    await scene.given(scene.manager, { deadline: "2026-09-09" }),
  ];
  const [first, second] = await scene.waitingFor(scene.foreman, "task_to_take");
  expect([first?.id, second?.id]).toEqual([declined, taken]);
  expect(second).toEqual({
    kind: "task_to_take",
    id: taken,
    taskId: taken,
    gprId: null,
    objectId: scene.here.id,
    objectName: "СПК Блок Б",
    title: "Испытать анкеры",
    text: "На оси 7",
    who: { id: scene.manager.id, fullName: scene.manager.fullName },
    since: scene.world.now.toISOString(),
    due: "2026-09-10",
    overdue: false,
    toDay: null,
    entries: null,
    version: 1,
    behalf: null,
    deepLink: `t${taken}`,
    actions: [
      { key: "take", to: "in_progress" },
      { key: "decline", to: "new" },
    ],
  });
  expect(await scene.idsFor(scene.manager, "task_to_take")).toEqual([]);
  await scene.move(scene.foreman, taken, "in_progress");
  expect(await scene.idsFor(scene.foreman, "task_to_take")).toEqual([declined]);
  await scene.move(scene.foreman, declined, "new", "не мой участок");
  expect(await scene.idsFor(scene.foreman, "task_to_take")).toEqual([]);
});

describe("work handed in for acceptance", () => {
  test("waits for users who may judge it by role and for the task's author, never for the doer", async () => {
    const taskId = await scene.handedIn(scene.pto);
    const head = await scene.world.as("design_head");
    for (const actor of [scene.manager, head, scene.pto])
      expect(await scene.idsFor(actor, "task_to_judge")).toContain(taskId);
    for (const role of ["construction_itr", "director", "curator", "viewer", "safety"] as const)
      expect(await scene.idsFor(await scene.world.as(role), "task_to_judge")).not.toContain(taskId);
    const [item] = await scene.waitingFor(scene.pto, "task_to_judge");
    expect(item).toMatchObject({
      who: { id: scene.foreman.id },
      version: 3,
      actions: [{ to: "done" }, { to: "in_progress" }],
    });
    await scene.move(scene.manager, taskId, "in_progress", "нет протокола");
    for (const actor of [scene.manager, head, scene.pto])
      expect(await scene.idsFor(actor, "task_to_judge")).not.toContain(taskId);
  });

  test("by the manager waits for others, and for the manager only when they assigned it to themselves", async () => {
    const [from, own] = [
      await scene.handedIn(scene.pto, scene.manager),
      await scene.handedIn(scene.manager, scene.manager),
    ];
    const his = await scene.idsFor(scene.manager, "task_to_judge");
    expect([his.includes(from), his.includes(own)]).toEqual([false, true]);
    await scene.move(scene.pto, from, "done");
    await scene.move(scene.manager, own, "done");
    expect(await scene.idsFor(scene.manager, "task_to_judge")).not.toContain(own);
  });

  test("of a task from a curator waits for the curator, who is not a member of the object", async () => {
    const curator = await scene.world.as("curator");
    const taskId = await scene.handedIn(curator);
    expect(await scene.idsFor(curator, "task_to_judge")).toEqual([taskId]);
    await scene.move(curator, taskId, "done");
    expect(await scene.idsFor(curator, "task_to_judge")).toEqual([]);
  });

  test("no longer waits for an author who left the object", async () => {
    const taskId = await scene.handedIn(scene.pto);
    expect(await scene.idsFor({ ...scene.pto, objectRoles: {} }, "task_to_judge")).toEqual([]);
    await scene.move(scene.manager, taskId, "done");
  });
});

test("a request for another deadline waits for the manager and the task's author until it is decided", async () => {
  const taskId = await scene.given(scene.pto);
  const input = { taskId, deadline: "2026-09-14", reason: "лаборатория занята" };
  const { id, version } = await requestReschedule.run(scene.world.ctx(scene.foreman), input);
  for (const actor of [scene.manager, scene.pto])
    expect(await scene.idsFor(actor, "reschedule")).toEqual([id]);
  for (const role of ["construction_itr", "design_head", "viewer", "director"] as const)
    expect(await scene.idsFor(await scene.world.as(role), "reschedule")).toEqual([]);
  const [item] = await scene.waitingFor(scene.pto, "reschedule");
  expect(item).toMatchObject({
    taskId,
    text: "лаборатория занята",
    who: { id: scene.foreman.id },
    due: "2026-09-10",
    toDay: "2026-09-14",
    version,
    deepLink: `t${taskId}`,
  });
  await decideReschedule.run(scene.world.ctx(scene.pto), { requestId: id, to: "approved", version });
  for (const actor of [scene.manager, scene.pto]) expect(await scene.idsFor(actor, "reschedule")).toEqual([]);
});

test("nobody decides their own request", async () => {
  const taskId = await scene.given(scene.pto, { assigneeId: scene.manager.id });
  const input = { taskId, deadline: "2026-09-14", reason: "лаборатория занята" };
  const { id, version } = await requestReschedule.run(scene.world.ctx(scene.manager), input);
  expect(await scene.idsFor(scene.manager, "reschedule")).toEqual([]);
  expect(await scene.idsFor(scene.pto, "reschedule")).toEqual([id]);
  await decideReschedule.run(scene.world.ctx(scene.pto), {
    requestId: id,
    to: "refused",
    version,
    reason: "срок твёрдый",
  });
});

test("a deputy decides what the principal's role decides, while the delegation lasts", async () => {
  const taskId = await scene.handedIn(scene.pto);
  const deputy: UserActor = {
    ...(await scene.world.createUser({ role: "safety" })),
    deputyFor: [
      {
        principalId: scene.manager.id,
        principalName: scene.manager.fullName,
        principalRole: null,
        objectRoles: { [scene.here.id]: ["project_manager"] },
      },
    ],
  };
  expect(await scene.idsFor(deputy, "task_to_judge")).toContain(taskId);
  expect(await scene.idsFor({ ...deputy, deputyFor: [] }, "task_to_judge")).toEqual([]);
  await scene.move(deputy, taskId, "done");
  expect(await scene.idsFor(deputy, "task_to_judge")).not.toContain(taskId);
});

test("every listed action of every item succeeds with the listed input", async () => {
  await scene.given(scene.manager);
  const judged = await scene.handedIn(scene.pto);
  const asked = await scene.given(scene.pto);
  const input = { taskId: asked, deadline: "2026-09-14", reason: "лаборатория занята" };
  await requestReschedule.run(scene.world.ctx(scene.foreman), input);
  for (const actor of [scene.foreman, scene.manager]) {
    for (const { kind, id, version, actions } of await scene.waitingFor(actor)) {
      const [{ to = "" } = {}] = actions;
      if (version === null) throw new Error(`${kind} ${id} has no version`);
      if (kind === "reschedule")
        await decideReschedule.run(scene.world.ctx(actor), { requestId: id, to: to as "approved", version });
      else await changeTaskStatus.run(scene.world.ctx(actor), { taskId: id, to: to as "done", version });
    }
    expect(await scene.waitingFor(actor)).toEqual([]);
  }
  expect((await getTask.run(scene.world.ctx(scene.pto), { taskId: judged })).status).toBe("done");
});

test("nothing waits for an observer or a stranger", async () => {
  expect(await scene.waitingFor(await scene.world.as("viewer"))).toEqual([]);
  expect(await scene.waitingFor(await scene.world.createUser({ role: "project_manager" }))).toEqual([]);
});
