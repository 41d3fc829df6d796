import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { fieldsOf, outcomes, refusalOf } from "../../testing/index.ts";
import { assignTasks } from "./assign-tasks.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import { decideReschedule } from "./decide-reschedule.ts";
import { requestReschedule } from "./request-reschedule.ts";
import { openTaskScene, insertTaskRow, taskNow, type TaskScene } from "./testing/task-scene.ts";

vi.setConfig({ testTimeout: 60_000 });

let scene: TaskScene;
let manager: UserActor;
beforeAll(async () => {
  scene = await openTaskScene();
  manager = await scene.world.as("project_manager");
});
afterAll(() => scene.world.close());

const ctxOf = (actor: UserActor, idempotencyKey?: string) =>
  scene.world.ctx(actor, idempotencyKey === undefined ? {} : { idempotencyKey });
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_one, at) => make(at));

test("20 parallel taps on «Принять»: one wins, the others get a version conflict", async () => {
  const taskId = await insertTaskRow(ctxOf(manager), scene, "assigned");
  const { done, refused } = await outcomes(
    times(20, () => changeTaskStatus.run(ctxOf(scene.worker), { taskId, to: "in_progress", version: 1 })),
  );
  expect(done).toMatchObject([{ status: "in_progress", version: 2 }]);
  expect(refused).toEqual(times(19, () => "version_conflict"));
  expect(await taskNow(ctxOf(manager), taskId)).toMatchObject({ version: 2, moves: 1 });
});

test("20 users accept the work in parallel: one succeeds", async () => {
  const taskId = await insertTaskRow(ctxOf(manager), scene, "review");
  const designer = await scene.world.as("design_head");
  const judges = times(20, (at) => [manager, designer, scene.boss][at % 3] ?? manager);
  const { done, refused } = await outcomes(
    judges.map((judge) => changeTaskStatus.run(ctxOf(judge), { taskId, to: "done", version: 1 })),
  );
  expect([done.length, new Set(refused)]).toEqual([1, new Set(["version_conflict"])]);
});

test("one idempotency key used 20 times is one move and one answer", async () => {
  const taskId = await insertTaskRow(ctxOf(manager), scene, "assigned");
  const press = () =>
    changeTaskStatus.run(ctxOf(scene.worker, "take-1"), { taskId, to: "in_progress", version: 1 });
  const { done, refused } = await outcomes(times(20, press));
  expect(done.length).toBeGreaterThan(0);
  expect(refused.filter((code) => code !== "in_progress")).toEqual([]);
  expect(await press()).toEqual(done[0]);
  expect(await taskNow(ctxOf(manager), taskId)).toMatchObject({ version: 2, moves: 1 });
});

test("of two parallel deadline requests one is stored", async () => {
  const taskId = await insertTaskRow(ctxOf(manager), scene, "in_progress");
  const { done, refused } = await outcomes(
    ["2026-10-01", "2026-10-02"].map((deadline) =>
      requestReschedule.run(ctxOf(scene.worker), { taskId, deadline, reason: "модули задержались" }),
    ),
  );
  expect([done.length, refused]).toEqual([1, ["conflict"]]);
  const requestId = done[0]?.id ?? 0;
  const decisions = await outcomes(
    times(10, (at) =>
      decideReschedule.run(ctxOf(at % 2 === 0 ? manager : scene.boss), {
        requestId,
        to: at % 2 === 0 ? "approved" : "refused",
        version: 1,
        reason: "так договорились",
      }),
    ),
  );
  expect([decisions.done.length, new Set(decisions.refused)]).toEqual([1, new Set(["version_conflict"])]);
});

describe("assigning several tasks at once", () => {
  const give = (tasks: { id: number; version: number }[], reason?: string) =>
    assignTasks.run(ctxOf(manager), {
      objectId: scene.objectId,
      tasks,
      assigneeId: scene.spare.id,
      ...(reason === undefined ? {} : { reason }),
    });
  const at = async (ids: readonly number[]) => {
    const rows = await Promise.all(ids.map((taskId) => taskNow(ctxOf(manager), taskId)));
    return rows.map(({ status, assigneeId, version }) => [status, assigneeId, version]);
  };

  test("assigns all of them, with an event for each", async () => {
    const ids = [
      await insertTaskRow(ctxOf(manager), scene, "new"),
      await insertTaskRow(ctxOf(manager), scene, "assigned"),
      await insertTaskRow(ctxOf(manager), scene, "in_progress"),
    ];
    const asked = ids.map((id) => ({ id, version: 1 }));
    expect(fieldsOf(await refusalOf(give(asked)))).toEqual(["reason: reason_required"]);
    const { tasks } = await give(asked, "бригада перешла на юг");
    expect(tasks.map(({ status, version }) => [status, version])).toEqual(ids.map(() => ["assigned", 2]));
    const told = await scene.world.db.read<{ id: number; previous: number | null }>(
      `select entity_id as id, (payload->>'previousAssigneeId')::int as previous from outbox
       where type = 'task.assigned' and entity_id = any($1::int[]) order by id`,
      [ids],
    );
    expect(told.map((event) => event.previous)).toEqual([null, scene.worker.id, scene.worker.id]);
  });

  test("assigns none when one cannot be assigned, and names each", async () => {
    const put = (status: "new" | "done") => insertTaskRow(ctxOf(manager), scene, status);
    const ids = [await put("new"), await put("done"), await put("new")];
    const [free = 0, done = 0, stale = 0] = ids;
    const [before, traces] = [await at(ids), await scene.world.traces()];
    const refusal = await refusalOf(
      give(
        [
          { id: free, version: 1 },
          { id: done, version: 1 },
          { id: 999_999, version: 1 },
          { id: stale, version: 3 },
          { id: free, version: 1 },
        ],
        "бригада перешла на юг",
      ),
    );
    expect(fieldsOf(refusal)).toEqual([
      "tasks.1: task_not_assignable",
      "tasks.2: unknown_task",
      "tasks.3: version_stale",
      "tasks.4: given_twice",
    ]);
    const gone = await scene.world.createUser();
    const stranger = { objectId: scene.objectId, tasks: [{ id: free, version: 1 }], assigneeId: gone.id };
    expect(fieldsOf(await refusalOf(assignTasks.run(ctxOf(manager), stranger)))).toEqual([
      "assigneeId: not_on_object",
    ]);
    expect([await at(ids), await scene.world.traces()]).toEqual([before, traces]);
  });

  test("of two lists in opposite order in parallel one succeeds as a whole", async () => {
    for (let round = 0; round < 5; round += 1) {
      const ids = await Promise.all(times(6, () => insertTaskRow(ctxOf(manager), scene, "new")));
      const asked = ids.map((id) => ({ id, version: 1 }));
      const { done, refused } = await outcomes([give(asked), give(asked.toReversed())]);
      expect([done.length, refused]).toEqual([1, ["validation_failed"]]);
      expect(await at(ids)).toEqual(ids.map(() => ["assigned", scene.spare.id, 2]));
    }
  });
});

test("no race caused a deadlock", async () => {
  const [row] = await scene.world.db.read<{ deadlocks: number }>(
    "select deadlocks::int as deadlocks from pg_stat_database where datname = current_database()",
    [],
  );
  expect(row).toEqual({ deadlocks: 0 });
});
