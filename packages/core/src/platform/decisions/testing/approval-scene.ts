import type { Approval, ApprovalKind, TaskCard } from "@stsphera/contracts";
import type { UserActor } from "@stsphera/rbac";
import { changeTaskStatus, createTask, getTask } from "../../../domains/tasks/index.ts";
import { type TestObject, createTestWorld, type World } from "../../../testing/index.ts";
import { listMyApprovals } from "../../../domains/verbs.ts";

type TaskOptions = Partial<Parameters<typeof createTask.run>[1]>;

/** An object with its team, and helpers to move tasks. */
export type ApprovalScene = {
  world: World;
  here: TestObject;
  manager: UserActor;
  foreman: UserActor;
  pto: UserActor;
  admin: UserActor;
  waitingFor(actor: UserActor, kind?: ApprovalKind): Promise<Approval[]>;
  idsFor(actor: UserActor, kind: ApprovalKind): Promise<number[]>;
  /** Creates a task, by default for the foreman. */
  given(by: UserActor, options?: TaskOptions): Promise<number>;
  move(actor: UserActor, taskId: number, to: TaskCard["status"], reason?: string): Promise<unknown>;
  /** Creates a task that was taken and handed in. */
  handedIn(by: UserActor, to?: UserActor): Promise<number>;
};

export async function openApprovalScene(): Promise<ApprovalScene> {
  const world = await createTestWorld();
  const here = await world.createTestObject();
  const [manager, foreman, pto, admin] = [
    await world.as("project_manager"),
    await world.as("construction_itr"),
    await world.as("pto"),
    await world.as("admin"),
  ];
  const scene: ApprovalScene = {
    world,
    here,
    manager,
    foreman,
    pto,
    admin,
    async waitingFor(actor, kind) {
      const options = { limit: 200, ...(kind === undefined ? {} : { kind }) };
      return (await listMyApprovals.run(world.ctx(actor), options)).items;
    },
    idsFor: async (actor, kind) => (await scene.waitingFor(actor, kind)).map(({ id }) => id),
    async given(by, options = {}) {
      const usual = { objectId: here.id, title: "Испытать анкеры", assigneeId: foreman.id };
      const input = { ...usual, deadline: "2026-09-10", ...options };
      return (await createTask.run(world.ctx(by), input)).id;
    },
    async move(actor, taskId, to, reason) {
      const { version } = await getTask.run(world.ctx(admin), { taskId });
      const words = reason === undefined ? {} : { reason };
      return changeTaskStatus.run(world.ctx(actor), { taskId, to, version, ...words });
    },
    async handedIn(by, to = foreman) {
      const taskId = await scene.given(by, { assigneeId: to.id });
      await scene.move(to, taskId, "in_progress");
      await scene.move(to, taskId, "review");
      return taskId;
    },
  };
  return scene;
}
