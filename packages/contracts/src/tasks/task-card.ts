import { DEPARTMENTS } from "@stsphera/rbac";
import { z } from "zod";
import { person } from "../shared/person.ts";
import { day, id, instant, title, version } from "../shared/scalars.ts";
import {
  ESCALATION_LEVELS,
  RESCHEDULE_MOVES,
  TASK_ACTIONS,
  TASK_MOVES,
  TASK_PRIORITIES,
  TASK_STATUSES,
} from "./vocabulary.ts";
import { moveRecord } from "../shared/transition.ts";
import { rescheduleRequest } from "./reschedules.ts";

export const taskFlags = z.object({
  overdue: z
    .boolean()
    .meta({ description: "Derived: the deadline is before the object's today and the task is not finished" }),
  today: z.boolean(),
});

export const taskSummary = z
  .object({
    id,
    objectId: id,
    objectName: z.string(),
    title,
    status: z.enum(TASK_STATUSES),
    priority: z.enum(TASK_PRIORITIES),
    department: z.enum(DEPARTMENTS).nullable(),
    deadline: day.nullable(),
    flags: taskFlags,
    lateDays: z
      .int()
      .meta({ description: "Working days of the object past the deadline, 0 when not overdue" }),
    creator: person,
    assignee: person.nullable(),
    blockedReason: z.string().nullable(),
    commentCount: z.int(),
    createdAt: instant,
    statusSince: instant,
    version,
  })
  .meta({ id: "TaskSummary" });
export type TaskSummary = z.infer<typeof taskSummary>;

export const taskFile = z.object({
  id,
  name: z.string(),
  purpose: z.enum(["photo", "document"]),
  status: z.string(),
  url: z.string().nullable().meta({ description: "Valid for 10 minutes; null until the file is ready" }),
  thumbUrl: z.string().nullable(),
  commentId: id.nullable(),
});
export type TaskFile = z.infer<typeof taskFile>;
export const checklistItem = z
  .object({
    id,
    text: z.string(),
    done: z.boolean(),
    doneBy: person.nullable(),
    doneAt: instant.nullable(),
    version,
  })
  .meta({ id: "ChecklistItem" });
export type ChecklistItem = z.infer<typeof checklistItem>;

const escalationLevel = z.literal(ESCALATION_LEVELS).meta({ description: "Working days late" });

/** Whom the lateness was told: the assignee, then the managers and the creator, then the director. */
export const taskLadder = z
  .object({
    told: z.array(z.object({ level: escalationLevel, lateDays: z.int(), at: instant })),
    next: z.object({ level: escalationLevel, day }).nullable(),
  })
  .meta({ id: "TaskLadder" });
export type TaskLadder = z.infer<typeof taskLadder>;

export const taskCard = taskSummary
  .extend({
    text: z.string().nullable(),
    requiredPhotos: z.int(),
    photoCount: z.int(),
    blocker: z
      .object({ user: person.nullable(), task: z.object({ id, title }).nullable(), since: instant })
      .nullable(),
    assignedAt: instant.nullable(),
    acceptedAt: instant.nullable(),
    submittedAt: instant.nullable(),
    completedAt: instant.nullable(),
    checklist: z.array(checklistItem),
    files: z.array(taskFile),
    moves: z
      .array(moveRecord(TASK_MOVES, TASK_STATUSES))
      .meta({ description: "The newest twenty, newest first" }),
    deadlines: z.array(z.object({ deadline: day.nullable(), setBy: person, setAt: instant })),
    reschedules: z.array(rescheduleRequest),
    ladder: taskLadder.nullable().optional().meta({ description: "Null for a task that is not late" }),
    can: z.object({
      actions: z.array(z.enum(TASK_ACTIONS)).meta({ description: "The actor's allowed actions" }),
      request: z
        .object({ id, version, actions: z.array(z.enum(RESCHEDULE_MOVES)) })
        .nullable()
        .meta({ description: "The deadline request that the actor may decide" }),
      undoUntil: instant.nullable().meta({ description: "Until when the actor may undo their last move" }),
    }),
  })
  .meta({ id: "TaskCard" });
export type TaskCard = z.infer<typeof taskCard>;

/** Answer to a task that was set. */
export const taskCreated = z
  .object({ id, status: z.enum(TASK_STATUSES), version })
  .meta({ id: "TaskCreated" });
