import { createTaskInput, id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { command, forbidden, personOf } from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject, todayOn } from "../objects/index.ts";
import { assertDeadline } from "./load-task.ts";
import { openTask } from "./open-task.ts";
import { assertTaskWorker } from "./task-guards.ts";

const input = z.strictObject({ objectId: id, ...createTaskInput.shape });

/** Creates a task on an object; with an assignee it is assigned at once. */
export const createTask = command({
  name: "task.create",
  permissions: ["task.create", "task.assign"],
  input,
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId, assigneeId, deadline }) => {
    if (!can(ctx.actor, "task.create", { objectId })) throw forbidden("task.create");
    const assigns = assigneeId !== undefined;
    if (assigns && !can(ctx.actor, "task.assign", { objectId })) throw forbidden("task.assign");
    assertObjectOpen(object);
    assertDeadline(deadline, todayOn(ctx, object));
  },
  execute: async (tx, { ctx, input }) => {
    const { assigneeId } = input;
    if (assigneeId !== undefined) await assertTaskWorker(tx, input.objectId, assigneeId, "assigneeId");
    const { task, changes, events } = await openTask(tx, ctx, { ...input, creatorId: personOf(ctx).id });
    return { result: { id: task.id, version: task.version, status: task.status }, changes, events };
  },
});
