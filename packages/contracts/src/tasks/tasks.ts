import { DEPARTMENTS } from "@stsphera/rbac";
import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { day, id, instant, note, reason, title, version } from "../shared/scalars.ts";
import { RESCHEDULE_STATUSES, TASK_PRIORITIES, TASK_STATUSES } from "../vocabulary.ts";

export const person = z.object({ id, fullName: z.string() }).meta({ id: "Person" });
export type Person = z.infer<typeof person>;

const text = note.min(1);
const checklistText = z.string().trim().min(1).max(300);
const ids = (most: number) => z.array(id).max(most);

export const createTaskInput = z
  .strictObject({
    title,
    text: text.optional(),
    assigneeId: id
      .optional()
      .meta({ description: "Without one the task is new; with one it is assigned at once" }),
    deadline: day.optional().meta({ description: "A day of the object, today or later" }),
    priority: z.enum(TASK_PRIORITIES).default("normal"),
    department: z.enum(DEPARTMENTS).optional(),
    requiredPhotos: z
      .int()
      .min(0)
      .max(20)
      .default(0)
      .meta({ description: "Photos that must be there to submit" }),
    checklist: z.array(checklistText).max(50).default([]),
    fileIds: ids(20).default([]),
  })
  .meta({ id: "CreateTask" });

/** What the creator or the project manager changes of a task that is not finished; null empties a field. */
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
      .meta({ description: "The whole list; ticks of kept lines stay" }),
  })
  .meta({ id: "UpdateTask" });

/** One input for the moves of a task; what a move needs is said by its row of the state machine. */
export const taskTransitionInput = z
  .strictObject({
    to: z.enum(TASK_STATUSES),
    version,
    reason: reason.optional(),
    assigneeId: id.optional().meta({ description: "For a move to assigned" }),
    blocker: z
      .union([z.strictObject({ userId: id }), z.strictObject({ taskId: id })])
      .optional()
      .meta({ description: "For a move to blocked: who or what it waits for" }),
    fileIds: ids(20).default([]).meta({ description: "Photos and documents handed in with the work" }),
    overrideReason: reason.optional().meta({ description: "An admin in place of the particular person" }),
  })
  .meta({ id: "TaskTransition" });

export const assignTasksInput = z
  .strictObject({
    tasks: z.array(z.strictObject({ id, version })).min(1).max(100),
    assigneeId: id,
    reason: reason.optional().meta({ description: "Needed when one of them is taken from somebody" }),
  })
  .meta({ id: "AssignTasks" });

export const taskCommentInput = z
  .strictObject({ text, mentions: ids(20).default([]), fileIds: ids(10).default([]) })
  .meta({ id: "TaskCommentInput" });
export const rescheduleInput = z.strictObject({ deadline: day, reason }).meta({ id: "RescheduleInput" });
export const rescheduleDecisionInput = z
  .strictObject({
    to: z.enum(["approved", "refused"]),
    version,
    reason: reason.optional().meta({ description: "Needed to refuse" }),
  })
  .meta({ id: "RescheduleDecision" });
export const checklistItemInput = z.strictObject({ done: z.boolean(), version });

export const taskFlags = z.object({
  overdue: z
    .boolean()
    .meta({ description: "Derived: the deadline lies before the object's today and it is not finished" }),
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
  url: z.string().nullable().meta({ description: "Good for 10 minutes; null until the file is ready" }),
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

export const taskMove = z.object({
  id,
  from: z.enum(TASK_STATUSES),
  to: z.enum(TASK_STATUSES),
  by: person,
  at: instant,
  reason: z.string().nullable(),
  undoneAt: instant.nullable(),
});
export const rescheduleRequest = z
  .object({
    id,
    taskId: id,
    requestedBy: person,
    fromDay: day.nullable(),
    toDay: day,
    reason: z.string(),
    status: z.enum(RESCHEDULE_STATUSES),
    decidedBy: person.nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    createdAt: instant,
    version,
  })
  .meta({ id: "RescheduleRequest" });
export type RescheduleRequest = z.infer<typeof rescheduleRequest>;

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
    moves: z.array(taskMove).meta({ description: "The newest twenty, newest first" }),
    deadlines: z.array(z.object({ deadline: day.nullable(), setBy: person, setAt: instant })),
    reschedules: z.array(rescheduleRequest),
    can: z.object({
      moveTo: z.array(z.enum(TASK_STATUSES)),
      edit: z.boolean(),
      assign: z.boolean(),
      comment: z.boolean(),
      askReschedule: z.boolean(),
      decideReschedule: z.boolean(),
      undoUntil: instant.nullable().meta({ description: "Until when the asker may undo his last move" }),
    }),
  })
  .meta({ id: "TaskCard" });
export type TaskCard = z.infer<typeof taskCard>;

export const TASK_SORTS = ["deadline", "-createdAt"] as const;
export const listTasksQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(TASK_STATUSES).optional(),
  state: z.enum(["open", "finished", "all"]).default("open"),
  due: z.enum(["overdue", "today", "week"]).optional(),
  assignee: z
    .union([z.literal("me"), z.literal("none"), z.coerce.number().int().positive().max(2_147_483_647)])
    .optional(),
  creator: z.literal("me").optional(),
  department: z.enum(DEPARTMENTS).optional(),
  priority: z.enum(TASK_PRIORITIES).optional(),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(TASK_SORTS).default("deadline"),
});
/** My tasks, across objects. */
export const listMyTasksQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(["open", "finished", "all"]).default("open"),
  due: z.enum(["overdue", "today", "week"]).optional(),
  role: z.enum(["assignee", "creator", "blocker"]).default("assignee"),
});
export const taskPage = pageOf(taskSummary).meta({ id: "TaskPage" });
export type TaskPage = z.infer<typeof taskPage>;

export const taskComment = z
  .object({
    id,
    taskId: id,
    author: person,
    text: z.string(),
    mentions: z.array(person),
    files: z.array(taskFile),
    createdAt: instant,
  })
  .meta({ id: "TaskComment" });
export type TaskComment = z.infer<typeof taskComment>;
export const taskCommentPage = pageOf(taskComment).meta({ id: "TaskCommentPage" });
export type TaskCommentPage = z.infer<typeof taskCommentPage>;

/** Who has how much on his hands on an object. */
export const teamTasks = z
  .object({
    people: z.array(
      z.object({
        person,
        roles: z.array(z.string()),
        open: z.int(),
        overdue: z.int(),
        today: z.int(),
        inReview: z.int(),
        blocked: z.int(),
        doneThisWeek: z.int(),
      }),
    ),
    unassigned: z.int(),
  })
  .meta({ id: "TeamTasks" });
export type TeamTasks = z.infer<typeof teamTasks>;
