import { DEPARTMENTS } from "@stsphera/rbac";
import { z } from "zod";
import { day, id, note, reason, singleLine, title, version } from "../shared/scalars.ts";
import { transitionInput } from "../shared/transition.ts";
import { TASK_PRIORITIES, TASK_STATUSES, type TaskMove } from "./vocabulary.ts";

const text = note.min(1);
const checklistText = singleLine(300).min(1);
const ids = z.array(id).max(20);

export const createTaskInput = z
  .strictObject({
    title,
    text: text.optional(),
    assigneeId: id
      .optional()
      .meta({ description: "Without an assignee the task is new, otherwise assigned at once" }),
    deadline: day.optional().meta({ description: "A day of the object, today or later" }),
    priority: z.enum(TASK_PRIORITIES).default("normal"),
    department: z.enum(DEPARTMENTS).optional(),
    requiredPhotos: z
      .int()
      .min(0)
      .max(20)
      .default(0)
      .meta({ description: "Number of photos required to submit" }),
    checklist: z.array(checklistText).max(50).default([]),
    fileIds: ids.default([]),
  })
  .meta({ id: "CreateTask" });

/** Fields the creator or the project manager may change until the task is finished; null clears a field. */
export const updateTaskInput = z
  .strictObject({
    version,
    title: title.optional(),
    text: text.nullable().optional(),
    priority: z.enum(TASK_PRIORITIES).optional(),
    department: z.enum(DEPARTMENTS).nullable().optional(),
    deadline: day.nullable().optional(),
    requiredPhotos: z.int().min(0).max(20).optional(),
    checklist: z
      .array(checklistText)
      .max(50)
      .optional()
      .meta({ description: "The whole list; ticks of unchanged items stay" }),
  })
  .meta({ id: "UpdateTask" });

const assigneeId = z
  .int({ error: ({ input }) => (input === undefined ? "assignee_required" : undefined) })
  .positive()
  .max(2_147_483_647);
const blocker = z.union([z.strictObject({ userId: id }), z.strictObject({ taskId: id })], {
  error: ({ input }) => (input === undefined ? "blocker_required" : undefined),
});

/** Input of each move of a task. */
export const taskTransitionInput = transitionInput("TaskTransition", {
  states: TASK_STATUSES,
  moves: {
    assign: { assigneeId },
    reassign: { assigneeId, reason },
    take: {},
    decline: { reason },
    submit: {},
    accept: {},
    return: { reason },
    block: { blocker, reason },
    unblock: {},
    cancel: { reason },
    reopen: { reason },
  } satisfies Record<TaskMove, z.ZodRawShape>,
  common: {
    fileIds: ids.default([]).meta({ description: "Photos and documents handed in with the work" }),
    overrideReason: reason
      .optional()
      .meta({ description: "An admin overrides a move reserved for a particular user" }),
  },
});

export const assignTasksInput = z
  .strictObject({
    tasks: z.array(z.strictObject({ id, version })).min(1).max(100),
    assigneeId: id,
    reason: reason.optional().meta({ description: "Required when a task is taken from its assignee" }),
  })
  .meta({ id: "AssignTasks" });

export const checklistItemInput = z.strictObject({ done: z.boolean(), version });
