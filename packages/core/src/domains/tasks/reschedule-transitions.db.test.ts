import {
  RESCHEDULE_STATUSES,
  type RescheduleStatus,
  TASK_STATUSES,
  type TaskStatus,
} from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { MEMBER_ROLES, type Role } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Context } from "../../kernel/index.ts";
import { inRolledBack, tracedOutcome } from "../../testing/verbs/in-rolled-back.ts";
import { decideReschedule } from "./decide-reschedule.ts";
import { requestReschedule } from "./request-reschedule.ts";
import {
  everyRole,
  openTaskScene,
  putTask,
  type RelationName,
  RELATIONS,
  type TaskScene,
} from "./testing/task-scene.ts";

vi.setConfig({ testTimeout: 60_000 });

let scene: TaskScene;
let people: Awaited<ReturnType<typeof everyRole>>;
beforeAll(async () => {
  scene = await openTaskScene();
  people = await everyRole(scene.world);
});
afterAll(() => scene.world.close());

const works = (role: Role) => MEMBER_ROLES.includes(role) && role !== "viewer";
const unseen = (role: Role | "stranger") => role === "stranger" || role === "viewer";

/** The assignee alone asks, while the work is his: taken or not yet, or held up. */
function askingGives(status: TaskStatus, role: Role | "stranger", tie: RelationName): string {
  if (unseen(role)) return "not_found";
  const asks = tie === "assignee" && status !== "new" && (role === "admin" || works(role as Role));
  if (!asks) return "forbidden";
  return ["assigned", "in_progress", "blocked"].includes(status) ? "ok" : "conflict";
}

/** The project manager and the creator decide an open request; who made it never does. */
function decidingGives(status: RescheduleStatus, role: Role | "stranger", tie: RelationName): string {
  if (unseen(role)) return "not_found";
  const owns = tie === "creator" && (works(role as Role) || role === "curator");
  const decides = role === "admin" || role === "project_manager" || owns;
  if (!decides || tie === "assignee") return "forbidden";
  return status === "open" ? "ok" : "invalid_transition";
}

/** Everybody in every relation; a refusal leaves nothing behind. */
async function everybody(
  expected: (role: Role | "stranger", relation: RelationName) => string,
  attempt: (ctx: Context, relation: RelationName) => Promise<() => Promise<unknown>>,
): Promise<void> {
  const [seen, wanted]: [string[], string[]] = [[], []];
  for (const { role, actor } of people) {
    for (const relation of RELATIONS) {
      const line = `${role} as ${relation}`;
      const { outcome, left } = await inRolledBack(scene.world, actor, async (ctx, tx) => {
        return tracedOutcome(ctx, tx, await attempt(ctx, relation));
      });
      wanted.push(`${line}: ${expected(role, relation)}`);
      seen.push(`${line}: ${outcome}`);
      expect(left > 0, `${line} leaves a record`).toBe(outcome === "ok");
    }
  }
  expect(seen).toEqual(wanted);
}

describe("another day is asked for by the assignee, while the work is in his hands", () => {
  test.each(TASK_STATUSES)("%s", async (status) => {
    await everybody(
      (role, relation) => askingGives(status, role, relation),
      async (ctx, relation) => {
        const to = ctx.actor.kind === "user" ? ctx.actor : scene.worker;
        const taskId = await putTask(ctx, scene, status, { relation, to });
        return () =>
          requestReschedule.run(ctx, { taskId, deadline: "2026-10-01", reason: "модули задержались" });
      },
    );
  });
});

const PAIRS = RESCHEDULE_STATUSES.flatMap((from) =>
  (["approved", "refused"] as const).map((to) => ({ from, to })),
);

describe("a request is decided once, by the creator or the project manager, never by who asked", () => {
  test.each(PAIRS)("$from → $to", async ({ from, to }) => {
    await everybody(
      (role, relation) => decidingGives(from, role, relation),
      async (ctx, relation) => {
        const actor = ctx.actor.kind === "user" ? ctx.actor : scene.worker;
        const requestId = await putRequest(ctx, from, { relation, to: actor });
        return () => decideReschedule.run(ctx, { requestId, to, version: 1, reason: "заказчик не ждёт" });
      },
    );
  });
});

async function putRequest(
  ctx: Context,
  status: RescheduleStatus,
  who: { relation: RelationName; to: typeof scene.worker },
): Promise<number> {
  const taskId = await putTask(ctx, scene, "in_progress", who);
  const { tasks, rescheduleRequests } = schema;
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
