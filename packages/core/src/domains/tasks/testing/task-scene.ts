import type { TaskStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { MEMBER_ROLES, type UserActor } from "@stsphera/rbac";
import type { Context } from "../../../kernel/index.ts";
import { createTestWorld, type World } from "../../../testing/index.ts";
import type { Who } from "../../../testing/workflow/index.ts";

/** An object with one member per role, and four more users as other parties of its tasks. */
export type TaskScene = {
  world: World;
  objectId: number;
  /** Creator, assignee, blocker, and an uninvolved user. */
  boss: UserActor;
  worker: UserActor;
  helper: UserActor;
  spare: UserActor;
};

export async function openTaskScene(): Promise<TaskScene> {
  const world = await createTestWorld();
  const join = (fullName: string) => world.createUser({ role: "geodesist", fullName });
  const [boss, worker, helper, spare] = [
    await join("Степан Кольцов"),
    await join("Тимур Абаев"),
    await join("Клим Рогов"),
    await join("Зоя Мельник"),
  ];
  const members = [boss, worker, helper, spare].map((actor) => ({ actor, roles: ["geodesist"] as const }));
  const { id: objectId } = await world.createTestObject({ volumes: [], members });
  return {
    world,
    objectId,
    boss: await world.again(boss),
    worker: await world.again(worker),
    helper: await world.again(helper),
    spare: await world.again(spare),
  };
}

export const RELATIONS = ["none", "creator", "assignee", "blocker"] as const;
export type RelationName = (typeof RELATIONS)[number];

/**
 * A relation counts for members other than observers, and for a creator who is a curator; some states have no such
 * relation.
 */
export function tieCounts(role: Who, relation: RelationName, state: TaskStatus): boolean {
  if (relation === "blocker" && state !== "blocked") return false;
  if (relation === "assignee" && state === "new") return false;
  if (relation !== "none" && role === "admin") return true;
  const member = MEMBER_ROLES.some((code) => code === role) && role !== "viewer";
  return member || (role === "curator" && relation === "creator");
}

type NewTask = Partial<typeof schema.tasks.$inferInsert>;

/** Inserts a task in a given state; its parties are the scene's users by default. */
export async function insertTaskRow(
  ctx: Context,
  { objectId, boss, worker, helper }: TaskScene,
  status: TaskStatus,
  options: NewTask & { relation?: RelationName; to?: UserActor } = {},
): Promise<number> {
  const { relation = "none", to, ...more } = options;
  const standing = (name: RelationName, other: UserActor) =>
    relation === name && to !== undefined ? to.id : other.id;
  const [task] = await ctx.db.orm
    .insert(schema.tasks)
    .values({
      objectId,
      title: "Смонтировать модули оси 4",
      status,
      deadline: "2026-09-20",
      creatorId: standing("creator", boss),
      assigneeId: status === "new" ? null : standing("assignee", worker),
      createdAt: ctx.now,
      statusSince: ctx.now,
      ...(status === "blocked"
        ? { blockedReason: "нет крана", blockerUserId: standing("blocker", helper), blockedAt: ctx.now }
        : {}),
      ...(status === "done" ? { completedAt: ctx.now } : {}),
      ...more,
    })
    .returning({ id: schema.tasks.id });
  if (task === undefined) throw new Error("a task was not stored");
  return task.id;
}

/** The task's row. */
export async function taskNow(ctx: Context, taskId: number) {
  const [row] = await ctx.db.read<{
    status: TaskStatus;
    version: number;
    assigneeId: number | null;
    deadline: string | null;
    moves: number;
  }>(
    `select status, version, assignee_id as "assigneeId", deadline::text as deadline,
       (select count(*)::int from entity_moves m where m.entity_type = 'task' and m.entity_id = t.id) as moves
     from tasks t where id = $1`,
    [taskId],
  );
  if (row === undefined) throw new Error("there is no such task");
  return row;
}

/** Id of the first checklist item. */
export async function firstLineOf(ctx: Context, taskId: number): Promise<number> {
  const [line] = await ctx.db.read<{ id: number }>(
    "select id from task_checklist_items where task_id = $1 order by sort limit 1",
    [taskId],
  );
  if (line === undefined) throw new Error("the task has no checklist");
  return line.id;
}

/** A deactivated user who is still in the object's team. */
export async function dismissedMember({ world, objectId }: TaskScene): Promise<UserActor> {
  const gone = await world.createUser({ role: "installer", status: "deactivated" });
  await world.db.sql`insert into object_roles (object_id, user_id, role, since)
    values (${objectId}, ${gone.id}, 'installer', ${world.now})`;
  return gone;
}
