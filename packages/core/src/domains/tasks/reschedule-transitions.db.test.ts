import {
  RESCHEDULE_STATUSES,
  type RescheduleMove,
  type RescheduleStatus,
  TASK_STATUSES,
  type TaskStatus,
} from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, test, vi } from "vitest";
import type { Context } from "../../kernel/index.ts";
import {
  describeWorkflow,
  everybody,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../testing/workflow/index.ts";
import { decideReschedule } from "./decide-reschedule.ts";
import { requestReschedule } from "./request-reschedule.ts";
import {
  openTaskScene,
  insertTaskRow,
  type RelationName,
  RELATIONS,
  type TaskScene,
  tieCounts,
} from "./testing/task-scene.ts";

vi.setConfig({ testTimeout: 60_000 });

const { rescheduleRequests, tasks } = schema;
const BLIND: readonly Who[] = ["stranger", "viewer"];

let scene: TaskScene;
let people: Walker<Who>[];
beforeAll(async () => {
  scene = await openTaskScene();
  people = await everyRole(scene.world);
});
afterAll(() => scene.world.close());

describe("another deadline is requested only by the assignee, while the task is assigned, in work or blocked", () => {
  const inHand = (status: TaskStatus) => ["assigned", "in_progress", "blocked"].includes(status);
  const walk = {
    world: () => scene.world,
    people: () => people,
    put: (
      ctx: Context,
      state: TaskStatus,
      { relation, actor }: { relation: RelationName; actor: typeof scene.boss },
    ) => insertTaskRow(ctx, scene, state, { relation, to: actor }),
    table: tasks,
  };
  test.each(TASK_STATUSES)("%s", async (status) => {
    await everybody<TaskStatus, Who, RelationName>(walk, status, {
      relations: RELATIONS,
      to: status,
      should: ({ role, relation }) => {
        if (BLIND.includes(role)) return "not_found";
        if (relation !== "assignee" || !tieCounts(role, relation, status)) return "forbidden";
        return inHand(status) ? "ok" : "conflict";
      },
      press: (ctx, taskId) =>
        requestReschedule.run(ctx, { taskId, deadline: "2026-10-01", reason: "модули задержались" }),
    });
  });
});

const JUDGED = {
  from: ["open"],
  roles: ["project_manager"],
  relations: ["creator"],
  never: ["assignee"],
} as const;
const TRUTH: Readonly<Record<RescheduleMove, TruthOfMove<RescheduleStatus, Who, RelationName>>> = {
  approve: { ...JUDGED, to: "approved" },
  refuse: { ...JUDGED, to: "refused" },
};

describeWorkflow("a request for another day", {
  truth: TRUTH,
  states: RESCHEDULE_STATUSES,
  relations: RELATIONS,
  world: () => scene.world,
  people: () => people,
  blind: BLIND,
  almighty: ["admin"],
  counts: (role, relation) => tieCounts(role, relation, "in_progress"),
  put: putRequest,
  press: (ctx, requestId, move) => {
    const words = move === "refuse" ? { reason: "заказчик не ждёт" } : {};
    return decideReschedule.run(ctx, { requestId, move, version: 1, ...words } as never);
  },
  pressTo: {
    states: ["approved", "refused"],
    press: (ctx, requestId, to) =>
      decideReschedule.run(ctx, { requestId, to, version: 1, reason: "заказчик не ждёт" } as never),
  },
  table: rescheduleRequests,
});

/** Inserts a request of the task's assignee. */
async function putRequest(
  ctx: Context,
  status: RescheduleStatus,
  { relation, actor }: { relation: RelationName; actor: typeof scene.worker },
): Promise<number> {
  const taskId = await insertTaskRow(ctx, scene, "in_progress", { relation, to: actor });
  const [task] = await ctx.db.orm.select().from(tasks).where(eq(tasks.id, taskId));
  const [request] = await ctx.db.orm
    .insert(rescheduleRequests)
    .values({
      taskId,
      objectId: scene.objectId,
      requestedBy: task?.assigneeId ?? scene.worker.id,
      fromDay: "2026-09-20",
      toDay: "2026-10-01",
      reason: "модули задержались",
      status,
      createdAt: ctx.now,
    })
    .returning({ id: rescheduleRequests.id });
  if (request === undefined) throw new Error("a request was not stored");
  return request.id;
}
