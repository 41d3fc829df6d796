import { TASK_STATUSES, type TaskStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { MEMBER_ROLES, type Role, type UserActor } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inRolledBack, tracedOutcome } from "../../testing/verbs/in-rolled-back.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import {
  everyRole,
  openTaskScene,
  putTask,
  type RelationName,
  RELATIONS,
  type TaskScene,
} from "./testing/task-scene.ts";

// Sixty-eight people press each of the 49 buttons.
vi.setConfig({ testTimeout: 60_000 });

type Who = {
  roles: readonly Role[];
  relations: readonly RelationName[];
  never?: RelationName;
  person?: boolean;
};

const SETTERS: Who = {
  roles: [
    "project_manager",
    "design_head",
    "construction_itr",
    "pto",
    "supply",
    "production",
    "safety",
    "curator",
  ],
  relations: [],
};
/** The assignee in person; a right of the role does not make one. */
const ASSIGNEE: Who = { roles: [], relations: ["assignee"], person: true };
const JUDGES: Who = { roles: ["project_manager", "design_head"], relations: ["creator"], never: "assignee" };
const OWNERS: Who = { roles: ["project_manager"], relations: ["creator"] };
const STOPPERS: Who = { roles: ["project_manager"], relations: ["assignee"] };
const STARTERS: Who = { roles: ["project_manager"], relations: ["assignee", "blocker"] };

/** Every move of the machine and who makes it, written down from its description, not from the code. */
const MACHINE: Readonly<Partial<Record<TaskStatus, Readonly<Partial<Record<TaskStatus, Who>>>>>> = {
  new: { assigned: SETTERS, cancelled: OWNERS },
  assigned: { assigned: SETTERS, in_progress: ASSIGNEE, new: ASSIGNEE, blocked: STOPPERS, cancelled: OWNERS },
  in_progress: { assigned: SETTERS, review: ASSIGNEE, blocked: STOPPERS, cancelled: OWNERS },
  review: { done: JUDGES, in_progress: JUDGES, cancelled: OWNERS },
  blocked: { in_progress: STARTERS, cancelled: OWNERS },
  done: { in_progress: OWNERS },
};
const PAIRS = TASK_STATUSES.flatMap((from) => TASK_STATUSES.map((to) => ({ from, to })));

/** A tie counts for members who do more than look, and as a creator for a curator too. */
const tieCounts = (role: Role, relation: RelationName) =>
  (MEMBER_ROLES.includes(role) && role !== "viewer") || (role === "curator" && relation === "creator");

function expected(from: TaskStatus, to: TaskStatus, role: Role | "stranger", tie: RelationName): string {
  if (role === "stranger" || role === "viewer") return "not_found";
  const who = MACHINE[from]?.[to];
  if (who === undefined) return "invalid_transition";
  const relation =
    (tie === "blocker" && from !== "blocked") || (tie === "assignee" && from === "new") ? "none" : tie;
  const tied = who.relations.includes(relation);
  if (who.never === relation) return "forbidden";
  if (role === "admin") return who.person === true && !tied ? "forbidden" : "ok";
  return who.roles.includes(role) || (tied && tieCounts(role, relation)) ? "ok" : "forbidden";
}

let scene: TaskScene;
let people: Awaited<ReturnType<typeof everyRole>>;
beforeAll(async () => {
  scene = await openTaskScene();
  people = await everyRole(scene.world);
});
afterAll(() => scene.world.close());

type Pressed = { outcome: string; status: TaskStatus | undefined; left: number };

/** One button pressed with everything a move may need. */
async function press(
  from: TaskStatus,
  to: TaskStatus,
  actor: UserActor,
  relation: RelationName,
): Promise<Pressed> {
  return inRolledBack(scene.world, actor, async (ctx, tx) => {
    const taskId = await putTask(ctx, scene, from, { relation, to: actor });
    const traced = await tracedOutcome(ctx, tx, () =>
      changeTaskStatus.run(ctx, {
        taskId,
        to,
        version: 1,
        reason: "так решили на планёрке",
        assigneeId: scene.spare.id,
        blocker: { userId: scene.spare.id },
      }),
    );
    const [row] = await tx.select().from(schema.tasks).where(eq(schema.tasks.id, taskId));
    return { ...traced, status: row?.status };
  });
}

test("the machine has 17 moves of the 49 pairs", () => {
  expect(PAIRS.filter(({ from, to }) => MACHINE[from]?.[to] !== undefined)).toHaveLength(17);
});

describe("a move is made by those the machine names, and refused to everybody else", () => {
  test.each(PAIRS)("$from → $to", async ({ from, to }) => {
    const [seen, wanted]: [string[], string[]] = [[], []];
    for (const { role, actor } of people) {
      for (const relation of RELATIONS) {
        const line = `${role} as ${relation}`;
        const should = expected(from, to, role, relation);
        const { outcome, status, left } = await press(from, to, actor, relation);
        wanted.push(`${line}: ${should} ${should === "ok" ? to : from}`);
        seen.push(`${line}: ${outcome} ${status}`);
        expect(left > 0, `${line} leaves a record`).toBe(outcome === "ok");
      }
    }
    expect(seen).toEqual(wanted);
  });
});

describe("who set a task for himself judges it himself", () => {
  test.each(["done", "in_progress"] as const)("review → %s", async (to) => {
    const { world, worker } = scene;
    const outcome = await inRolledBack(world, worker, async (ctx) => {
      const taskId = await putTask(ctx, scene, "review", { creatorId: worker.id });
      return changeTaskStatus.run(ctx, { taskId, to, version: 1, reason: "переделать ось 4" });
    });
    expect(outcome).toMatchObject({ status: to, version: 2 });
  });
});
