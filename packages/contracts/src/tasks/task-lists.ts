import { DEPARTMENTS } from "@stsphera/rbac";
import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { TASK_PRIORITIES, TASK_STATUSES } from "../vocabulary.ts";
import { taskSummary } from "./task-card.ts";

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
/** The actor's tasks on all objects. */
export const listMyTasksQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(["open", "finished", "all"]).default("open"),
  due: z.enum(["overdue", "today", "week"]).optional(),
  role: z.enum(["assignee", "creator", "blocker"]).default("assignee"),
});
export const taskPage = pageOf(taskSummary).meta({ id: "TaskPage" });
export type TaskPage = z.infer<typeof taskPage>;

/** Task counts per user of an object. */
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
