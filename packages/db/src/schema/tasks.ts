import type { RescheduleStatus, TaskPriority, TaskStatus } from "@stsphera/contracts/vocabulary";
import { RESCHEDULE_STATUSES, TASK_PRIORITIES, TASK_STATUSES } from "@stsphera/contracts/vocabulary";
import { DEPARTMENTS, type Department } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";
import { files } from "./files.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";

export const tasks = pgTable(
  "tasks",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    title: text().notNull(),
    text: text(),
    status: text().$type<TaskStatus>().notNull().default("new"),
    priority: text().$type<TaskPriority>().notNull().default("normal"),
    department: text().$type<Department>(),
    /** In the object's time zone. */
    deadline: date(),
    creatorId: integer()
      .notNull()
      .references(() => users.id),
    assigneeId: integer().references(() => users.id),
    requiredPhotos: smallint().notNull().default(0),
    blockedReason: text(),
    blockerUserId: integer().references(() => users.id),
    blockerTaskId: integer().references((): AnyPgColumn => tasks.id),
    blockedAt: instant(),
    createdAt: instant().notNull(),
    assignedAt: instant(),
    /** When «Беру в работу» was pressed: the end of the reaction time. */
    acceptedAt: instant(),
    submittedAt: instant(),
    completedAt: instant(),
    statusSince: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("tasks_status", oneOf(t.status, TASK_STATUSES)),
    check("tasks_priority", oneOf(t.priority, TASK_PRIORITIES)),
    check("tasks_department", oneOf(t.department, DEPARTMENTS)),
    check("tasks_photos", sql`${t.requiredPhotos} between 0 and 20`),
    check("tasks_assignee", sql`${t.status} in ('new', 'cancelled') or ${t.assigneeId} is not null`),
    check(
      "tasks_blocker",
      sql`(${t.status} = 'blocked') = (${t.blockedReason} is not null)
        and (${t.status} <> 'blocked' or ${t.blockerUserId} is not null or ${t.blockerTaskId} is not null)`,
    ),
    check("tasks_completed", sql`(${t.status} = 'done') = (${t.completedAt} is not null)`),
    index("tasks_by_object").on(t.objectId, sql`coalesce(deadline, 'infinity')`, t.id),
    index("tasks_open_by_object")
      .on(t.objectId, sql`coalesce(deadline, 'infinity')`, t.id)
      .where(sql`status not in ('done', 'cancelled')`),
    index("tasks_open_deadlines")
      .on(t.objectId, t.deadline)
      .where(sql`status not in ('done', 'cancelled')`),
    index("tasks_open_by_assignee")
      .on(t.assigneeId, sql`coalesce(deadline, 'infinity')`, t.id)
      .where(sql`status not in ('done', 'cancelled')`),
    index("tasks_by_assignee").on(t.assigneeId, sql`coalesce(deadline, 'infinity')`, t.id),
    index("tasks_in_review")
      .on(t.objectId, t.id)
      .where(sql`status = 'review'`),
    index("tasks_by_blocker")
      .on(t.blockerUserId)
      .where(sql`status = 'blocked'`),
    index("tasks_open_by_creator")
      .on(t.creatorId, sql`coalesce(deadline, 'infinity')`, t.id)
      .where(sql`status not in ('done', 'cancelled')`),
    index("tasks_of_creator").on(t.creatorId, sql`coalesce(deadline, 'infinity')`, t.id),
    index("tasks_made_by_object").on(t.objectId, t.createdAt, t.id),
    index("tasks_done_by_object")
      .on(t.objectId, t.completedAt)
      .where(sql`status = 'done'`),
  ],
);

/** Append-only history of moves: who moved a task, and the data for undoing. */
export const taskMoves = pgTable(
  "task_moves",
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    from: text().$type<TaskStatus>().notNull(),
    to: text().$type<TaskStatus>().notNull(),
    byId: integer()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
    reason: text(),
    /** Columns of the task before the move. */
    before: jsonb().notNull(),
    undoneAt: instant(),
  },
  (t) => [index("task_moves_by_task").on(t.taskId, t.id), index("task_moves_by_person").on(t.byId, t.at)],
);

export const taskChecklistItems = pgTable(
  "task_checklist_items",
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    text: text().notNull(),
    sort: smallint().notNull(),
    done: boolean().notNull().default(false),
    doneBy: integer().references(() => users.id),
    doneAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [uniqueIndex("task_checklist_of_task").on(t.taskId, t.sort)],
);

export const taskComments = pgTable(
  "task_comments",
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    authorId: integer()
      .notNull()
      .references(() => users.id),
    text: text().notNull(),
    mentions: integer()
      .array()
      .notNull()
      .default(sql`'{}'`),
    createdAt: instant().notNull(),
  },
  (t) => [index("task_comments_by_task").on(t.taskId, t.id)],
);

/**
 * Of the previous release, which still writes here while it is being replaced; `attachments` is used instead. To be
 * dropped with its trigger in the next release.
 */
export const taskFiles = pgTable(
  "task_files",
  {
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    fileId: integer()
      .notNull()
      .references(() => files.id),
    commentId: integer().references(() => taskComments.id),
    addedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.fileId] }), index("task_files_by_file").on(t.fileId)],
);

/** Every deadline of a task, including the first. */
export const taskDeadlines = pgTable(
  "task_deadlines",
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    deadline: date(),
    setBy: integer()
      .notNull()
      .references(() => users.id),
    setAt: instant().notNull(),
    requestId: integer().references((): AnyPgColumn => rescheduleRequests.id),
  },
  (t) => [index("task_deadlines_by_task").on(t.taskId, t.id)],
);

export const rescheduleRequests = pgTable(
  "reschedule_requests",
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    /** Copied from the task, for lists of an object's requests. */
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    requestedBy: integer()
      .notNull()
      .references(() => users.id),
    fromDay: date(),
    toDay: date().notNull(),
    reason: text().notNull(),
    status: text().$type<RescheduleStatus>().notNull().default("open"),
    decidedBy: integer().references(() => users.id),
    decidedAt: instant(),
    decisionReason: text(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("reschedule_status", oneOf(t.status, RESCHEDULE_STATUSES)),
    uniqueIndex("reschedule_open")
      .on(t.taskId)
      .where(sql`status = 'open'`),
    index("reschedule_by_task").on(t.taskId, t.id),
    index("reschedule_waiting")
      .on(t.objectId, t.id)
      .where(sql`status = 'open'`),
  ],
);
