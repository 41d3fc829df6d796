import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getDashboard } from "../../domains/dashboard/index.ts";
import { type JudgedTask, mayDecideReschedule, taskCase, taskWorkflow } from "../../domains/tasks/index.ts";
import { mayMakeMove } from "../../kernel/index.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

const ROLES = ["project_manager", "design_head", "construction_itr", "pto", "supply"] as const;

let scene: ApprovalScene;
let team: UserActor[];
let outsiders: UserActor[];
type Judged = JudgedTask & { id: number; requestId: number | null };
let tasks: Judged[];

/** Creates a task in each of the two waiting states, by each user for each user. */
beforeAll(async () => {
  scene = await openApprovalScene();
  const { world, here } = scene;
  team = await Promise.all(ROLES.map((role) => world.as(role)));
  outsiders = [await world.createUser({ role: "safety" }), await world.as("curator")];
  const pairs = [...team, ...outsiders].flatMap((by) => team.map((to) => ({ by, to })));
  const made = await world.db.orm
    .insert(schema.tasks)
    .values(
      pairs.flatMap(({ by, to }) =>
        (["review", "in_progress"] as const).map((status) => ({
          objectId: here.id,
          title: "Закрыть З-1",
          status,
          creatorId: by.id,
          assigneeId: to.id,
          createdAt: world.now,
          statusSince: world.now,
        })),
      ),
    )
    .returning();
  const requests = await world.db.orm
    .insert(schema.rescheduleRequests)
    .values(
      made
        .filter(({ status }) => status === "in_progress")
        .map(({ id, assigneeId }) => ({
          taskId: id,
          objectId: here.id,
          requestedBy: assigneeId ?? 0,
          toDay: "2026-12-01",
          reason: "не успеваем",
          createdAt: world.now,
        })),
    )
    .returning();
  await world.rebuildDecisions();
  tasks = made.map(({ id, objectId, status, creatorId, assigneeId }) => {
    const requestId = requests.find((request) => request.taskId === id)?.id ?? null;
    return { id, objectId, status, creatorId, assigneeId, blockerUserId: null, requestId };
  });
});
afterAll(() => scene.world.close());

/** Each user alone, and as deputy for one or two of the others, in either order. */
const actors = (): UserActor[] =>
  [...team, ...outsiders].flatMap((person) => {
    const others = team.filter(({ id }) => id !== person.id);
    const absent = [[], ...others.flatMap((one) => others.map((two) => (one === two ? [one] : [one, two])))];
    return absent.map((principals) => ({
      ...person,
      deputyFor: principals.map(({ id, fullName, objectRoles }) => ({
        principalId: id,
        principalName: fullName,
        principalRole: null,
        objectRoles,
      })),
    }));
  });

const ascending = (ids: readonly number[]) => ids.toSorted((a, b) => a - b);

test("every listed decision can be made by the verbs, and every decision that can be made is listed", async () => {
  expect(actors()).toHaveLength(5 * 17 + 2 * 26);
  for (const actor of actors()) {
    const who = [actor.id, ...(actor.deputyFor ?? []).map(({ principalId }) => principalId)];
    const judged = tasks.filter(
      (task) => task.status === "review" && mayMakeMove(actor, taskWorkflow.moves.accept, taskCase(task)),
    );
    const decided = tasks.flatMap((task) =>
      task.requestId !== null && mayDecideReschedule(actor, task, task.assigneeId ?? 0)
        ? [task.requestId]
        : [],
    );
    expect({ who, judged: ascending(await scene.idsFor(actor, "task_to_judge")) }).toEqual({
      who,
      judged: judged.map(({ id }) => id),
    });
    expect({ who, decided: ascending(await scene.idsFor(actor, "reschedule")) }).toEqual({ who, decided });
    const { waiting } = await getDashboard.run(scene.world.ctx(actor), {});
    expect({ who, count: waiting.decisions.task_to_judge }).toEqual({ who, count: judged.length });
  }
});
