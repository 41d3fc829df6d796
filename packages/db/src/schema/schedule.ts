import type { EscalationLevel } from "@stsphera/contracts/vocabulary";
import { index, integer, pgTable, smallint, text, unique, date } from "drizzle-orm/pg-core";
import { identity, instant } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";
import { tasks } from "./tasks.ts";

/**
 * What the clock has done: a job, its slot (a day, or the number of a period), and of whom or what. Written in the
 * transaction of the work, so that each is done once, whatever the number of schedulers.
 */
export const scheduleClaims = pgTable(
  "schedule_claims",
  {
    job: text().notNull(),
    slot: text().notNull(),
    objectId: integer().references(() => objects.id),
    userId: integer().references(() => users.id),
    at: instant().notNull(),
  },
  (t) => [
    unique("schedule_claims_once").on(t.job, t.slot, t.objectId, t.userId).nullsNotDistinct(),
    index("schedule_claims_by_age").on(t.at),
  ],
);

/** Evening requests that a user put off for an hour. */
export const putOffRequests = pgTable(
  "put_off_requests",
  {
    userId: integer()
      .primaryKey()
      .references(() => users.id),
    /** The day of the shift. */
    day: date().notNull(),
    dueAt: instant().notNull(),
  },
  (t) => [index("put_off_requests_due").on(t.dueAt)],
);

/** Levels of escalation that a late task has reached, in working days late; a new deadline begins a new ladder. */
export const taskEscalations = pgTable(
  "task_escalations",
  {
    id: identity(),
    taskId: integer()
      .notNull()
      .references(() => tasks.id),
    deadline: date().notNull(),
    level: smallint().$type<EscalationLevel>().notNull(),
    /** Working days of the assignee that the task was late then. */
    lateDays: smallint().notNull(),
    at: instant().notNull(),
  },
  (t) => [unique("task_escalations_once").on(t.taskId, t.deadline, t.level)],
);
