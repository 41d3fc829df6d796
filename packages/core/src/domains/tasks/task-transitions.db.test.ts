import { TASK_STATUSES, type TaskMove, type TaskStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inRolledBack } from "../../testing/verbs/in-rolled-back.ts";
import {
  describeWorkflow,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../testing/workflow/index.ts";
import { changeTaskStatus } from "./change-task-status.ts";
import {
  openTaskScene,
  insertTaskRow,
  type RelationName,
  RELATIONS,
  type TaskScene,
  tieCounts,
} from "./testing/task-scene.ts";

vi.setConfig({ testTimeout: 60_000 });

type Truth = TruthOfMove<TaskStatus, Who, RelationName>;

const SETTERS: readonly Who[] = [
  "project_manager",
  "design_head",
  "construction_itr",
  "pto",
  "supply",
  "production",
  "safety",
  "curator",
];
const ASSIGNEE = { roles: [], relations: ["assignee"], only: "assignee" } as const;
const JUDGES = {
  roles: ["project_manager", "design_head"],
  relations: ["creator"],
  never: ["assignee"],
} as const;
const OWNERS = { roles: ["project_manager"], relations: ["creator"] } as const;

/** Every move and who may make it, taken from states.md and roles.md, independently of the code. */
const TRUTH: Readonly<Record<TaskMove, Truth>> = {
  assign: { from: ["new"], to: "assigned", roles: SETTERS },
  reassign: { from: ["assigned", "in_progress"], to: "assigned", roles: SETTERS },
  take: { from: ["assigned"], to: "in_progress", ...ASSIGNEE },
  decline: { from: ["assigned"], to: "new", ...ASSIGNEE },
  submit: { from: ["in_progress"], to: "review", ...ASSIGNEE },
  accept: { from: ["review"], to: "done", ...JUDGES },
  return: { from: ["review"], to: "in_progress", ...JUDGES },
  block: {
    from: ["assigned", "in_progress"],
    to: "blocked",
    roles: ["project_manager"],
    relations: ["assignee"],
  },
  unblock: {
    from: ["blocked"],
    to: "in_progress",
    roles: ["project_manager"],
    relations: ["assignee", "blocker"],
  },
  cancel: { from: ["new", "assigned", "in_progress", "review", "blocked"], to: "cancelled", ...OWNERS },
  reopen: { from: ["done"], to: "in_progress", ...OWNERS },
};

let scene: TaskScene;
let people: Walker<Who>[];
beforeAll(async () => {
  scene = await openTaskScene();
  const { world } = scene;
  const manager = await world.as("project_manager");
  const outsider = await world.createUser({ role: "contract", fullName: "Нина Орлова" });
  const { id: principalId, fullName: principalName, objectRoles } = manager;
  const deputyFor = [{ principalId, principalName, principalRole: null, objectRoles }];
  people = [
    ...(await everyRole(world)),
    { label: "deputy of project_manager", role: "project_manager", actor: { ...outsider, deputyFor } },
  ];
});
afterAll(() => scene.world.close());

describeWorkflow("a task", {
  truth: TRUTH,
  states: TASK_STATUSES,
  relations: RELATIONS,
  world: () => scene.world,
  people: () => people,
  blind: ["stranger", "viewer"],
  almighty: ["admin"],
  counts: tieCounts,
  put: (ctx, state, { relation, actor }) => insertTaskRow(ctx, scene, state, { relation, to: actor }),
  press: (ctx, taskId, move) =>
    changeTaskStatus.run(ctx, { taskId, move, version: 1, ...ASKED[move]?.() } as never),
  table: schema.tasks,
});

const reason = "так решили на планёрке";
const ASKED: Partial<Record<TaskMove, () => Record<string, unknown>>> = {
  assign: () => ({ assigneeId: scene.spare.id }),
  reassign: () => ({ assigneeId: scene.spare.id, reason }),
  decline: () => ({ reason }),
  return: () => ({ reason }),
  block: () => ({ reason, blocker: { userId: scene.spare.id } }),
  cancel: () => ({ reason }),
  reopen: () => ({ reason }),
};

describe("a user who created a task for themselves judges it themselves", () => {
  test.each(["accept", "return"] as const)("%s", async (move) => {
    const { world, worker } = scene;
    const outcome = await inRolledBack(world, worker, async (ctx) => {
      const taskId = await insertTaskRow(ctx, scene, "review", { creatorId: worker.id });
      return changeTaskStatus.run(ctx, { taskId, move, version: 1, ...ASKED[move]?.() } as never);
    });
    expect(outcome).toMatchObject({ status: TRUTH[move].to, version: 2 });
  });
});
