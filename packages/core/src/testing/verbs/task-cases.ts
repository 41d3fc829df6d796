import { can, type SystemActor, type UserActor } from "@stsphera/rbac";
import { growTasks, taskThingsOn } from "./grow-tasks.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import { photoOf, taskOf } from "./rows.ts";
import { checklistItemOf, requestOf, takenTaskOf } from "./task-rows.ts";
import type { Expected, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** A task assigned to the foreman by the colleague. */
type Made = { taskId: number };

const ESCALATIONS: SystemActor = { kind: "system", job: "escalations", permissions: ["settings.manage"] };
const WORDS = "заказчик передумал";

/** An observer gets not_found for tasks. */
const hidden = ({ here }: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "task.view", { objectId: here.id }) ? null : "not_found";

/** Only the assignee, here the foreman, may do it, not even an admin. */
const assigneeAlone: Pick<VerbCase, "onObject" | "relations" | "unless" | "doneBy"> = {
  onObject: true,
  relations: ({ foreman }, actor) => (actor.id === foreman.id ? ["assignee"] : []),
  unless: (prepared, actor) =>
    hidden(prepared, actor) ?? (actor.id === prepared.foreman.id ? null : "forbidden"),
  doneBy: "construction_itr",
};

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "task.create": {
    permission: "task.create",
    onObject: true,
    input: async ({ prepared: { here, foreman }, actor, ctx }) => ({
      objectId: here.id,
      fileIds: [await photoOf(ctx, actor, here.id)],
      title: "Проверить анкеры у оси 7",
      assigneeId: foreman.id,
      deadline: "2026-09-20",
      checklist: ["Момент затяжки проверен"],
    }),
  },
  "task.update": {
    permission: "task.reschedule",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      taskId: await taskOf(ctx, prepared),
      version: 1,
      deadline: "2026-09-22",
      priority: "high",
    }),
  },
  "task.change_status": {
    permission: "task.cancel",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      taskId: await taskOf(ctx, prepared),
      version: 1,
      to: "cancelled",
      reason: WORDS,
    }),
  },
  "task.escalate": {
    permission: "job",
    doneBy: ESCALATIONS,
    input: async ({ prepared, ctx }) => ({
      taskIds: [await taskOf(ctx, prepared, { status: "in_progress", deadline: "2026-08-20" })],
    }),
  },
  "task.assign_many": {
    permission: "task.assign",
    onObject: true,
    input: async ({ prepared, ctx }) => ({
      objectId: prepared.here.id,
      tasks: [{ id: await taskOf(ctx, prepared, { status: "new", assigneeId: null }), version: 1 }],
      assigneeId: prepared.foreman.id,
    }),
  },
  "task.undo": {
    permission: "task.execute",
    ...assigneeAlone,
    input: async ({ prepared, ctx }) => ({ taskId: await takenTaskOf(ctx, prepared) }),
  },
  "task.check": {
    permission: "task.execute",
    ...assigneeAlone,
    input: async ({ prepared, ctx }) => ({
      itemId: await checklistItemOf(ctx, prepared),
      done: true,
      version: 1,
    }),
  },
  "task.comment": {
    permission: "task.comment",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, actor, ctx }) => ({
      taskId: await taskOf(ctx, prepared),
      text: "Анкеры на складе с утра",
      mentions: [prepared.foreman.id],
      fileIds: [await photoOf(ctx, actor, prepared.here.id)],
    }),
  },
  "task.request_reschedule": {
    permission: "task.execute",
    ...assigneeAlone,
    input: async ({ prepared, ctx }) => ({
      taskId: await taskOf(ctx, prepared),
      deadline: "2026-09-25",
      reason: "анкеры привезут позже",
    }),
  },
  "task.decide_reschedule": {
    permission: "task.reschedule",
    onObject: true,
    unless: hidden,
    input: async ({ prepared, ctx }) => ({
      requestId: await requestOf(ctx, prepared),
      to: "approved",
      version: 1,
    }),
  },
  "task.get": {
    permission: "task.view",
    onObject: true,
    unless: hidden,
    input: ({ made: { taskId } }) => ({ taskId }),
  },
  "task.comments": {
    permission: "task.view",
    onObject: true,
    unless: hidden,
    input: ({ made: { taskId } }) => ({ taskId }),
  },
  "task.list": {
    permission: "task.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "task.team": {
    permission: "task.view_all",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "task.mine": { permission: "self", input: () => ({}) },
  "approval.list": { permission: "self", input: () => ({}) },
};

export const TASK_CASES = verbsOf({
  cases,
  prepare: async (prepared): Promise<Made> => ({
    taskId: await taskOf(prepared.world.ctx(prepared.foreman), prepared),
  }),
  grow: ({ prepared: { world, here, foreman }, reader, made: { taskId } }) =>
    growTasks(world, { objectId: here.id, taskId, reader, foreman }),
  ids: {
    tasks: ["taskId", "id"],
    task_checklist_items: ["itemId"],
    reschedule_requests: ["requestId"],
  },
  thingsOn: taskThingsOn,
});
