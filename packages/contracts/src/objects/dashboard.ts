import { z } from "zod";
import { day, decimal, id, percent } from "../shared/scalars.ts";
import {
  type ApprovalKind,
  APPROVAL_KINDS,
  FACADE_STATES,
  HEALTHS,
  OBJECT_STATUSES,
  PARTIES,
} from "../vocabulary.ts";

export const planFact = z.object({ plan: decimal, fact: decimal, pct: percent });
export type PlanFact = z.infer<typeof planFact>;

/**
 * `needed`: remaining work ÷ working days after today through the finish (a work's own, the end of its last window);
 * `reached`: mean of the object's last ten shifts, also those without this work.
 */
export const rate = z.object({ needed: decimal.nullable(), reached: decimal.nullable() });
export type Rate = z.infer<typeof rate>;

/**
 * Dates by formula 5 (pace of the last ten shifts) and by resampling the last twenty; or the reason why there are
 * none.
 */
export const forecast = z.union([
  z.object({
    date: day,
    p50: day.nullable().meta({ description: "Null when further ahead than the calendar is listed" }),
    p80: day.nullable(),
    lateDays: z.int().nullable().meta({ description: "Negative when early; null without a deadline" }),
    provisional: z.boolean().meta({
      description: "Whether one of the days or the deadline is in a year without a published calendar",
    }),
  }),
  z.object({ reason: z.enum(["too_few_days", "no_pace", "no_plan", "done", "too_far"]) }),
]);
export type Forecast = z.infer<typeof forecast>;

export const dashboardFloor = z.object({
  code: z.string(),
  plan: decimal.meta({ description: "Modules planned on the floor" }),
  fact: decimal,
  accepted: decimal,
  defects: z.int(),
});
export const dashboardFacade = z.object({
  id,
  code: z.string(),
  name: z.string(),
  pct: percent,
  plannedPct: percent,
  health: z.enum(HEALTHS),
  status: z.enum(FACADE_STATES),
  modules: planFact,
  floors: z.array(dashboardFloor),
});
export type DashboardFacade = z.infer<typeof dashboardFacade>;

/** A group of works in one unit; its pace where the group is a single work. */
export const workGroupTotal = planFact.extend({
  rate: rate.optional().meta({ description: "Not for observers" }),
});
export type WorkGroupTotal = z.infer<typeof workGroupTotal>;

export const dayShifts = z
  .object({
    total: z.int().meta({ description: "Parts of the day shift" }),
    closed: z.int(),
    byItself: z.int().meta({ description: "Parts of the day's shifts that nobody closed in time" }),
    silent: z.int().meta({ description: "Lines of closed parts that have no fact" }),
    idle: z
      .array(z.object({ party: z.enum(PARTIES), hours: decimal }))
      .meta({ description: "Idle man-hours by who answers for them, most first" }),
  })
  .meta({ id: "DayShifts" });
export type DayShifts = z.infer<typeof dayShifts>;

export const sinceYesterday = z.object({
  day: day.meta({ description: "The last working day before today" }),
  points: percent.meta({ description: "Percentage points of the object's norm hours" }),
  modules: decimal,
  brackets: decimal,
  shifts: dayShifts
    .optional()
    .meta({ description: "Not for observers, nor for who sees their own crew alone" }),
  planChanges: z
    .int()
    .optional()
    .meta({ description: "Changes of planned quantities since that day began; not for observers" }),
});

export const objectDashboard = z
  .object({
    object: z.object({
      id,
      code: z.string(),
      name: z.string(),
      status: z.enum(OBJECT_STATUSES),
      deadline: day.nullable(),
      today: day,
      week: z.object({ current: z.int(), last: z.int() }).nullable(),
      onSite: z
        .boolean()
        .optional()
        .meta({ description: "Whether the reader, or somebody they stand in for, works in shifts there" }),
    }),
    progress: z.object({ pct: percent, plannedPct: percent, health: z.enum(HEALTHS) }),
    modules: workGroupTotal,
    brackets: workGroupTotal,
    workTypes: z.array(
      z.object({
        id,
        code: z.string(),
        name: z.string(),
        unit: z.string(),
        plan: decimal,
        fact: decimal,
        pct: percent,
        remaining: decimal,
        finish: day
          .nullable()
          .meta({ description: "The end of its last window; the deadline where it has none" }),
        rate: rate.optional().meta({ description: "In the unit of the work; not for observers" }),
      }),
    ),
    facades: z.array(dashboardFacade),
    rate: rate.optional().meta({ description: "Norm man-hours per working day; not for observers" }),
    forecast: forecast.optional().meta({ description: "Not for observers" }),
    sinceYesterday: sinceYesterday.nullable(),
    today: z.object({
      entries: z.int(),
      modules: decimal,
      brackets: decimal,
      points: percent,
      photos: z.int(),
    }),
    toConfirm: z.int().meta({ description: "Entries waiting for this user's confirmation" }),
    nobodyConfirms: z.boolean().optional().meta({
      description:
        "Fewer than two members may confirm facts, and nobody confirms their own; for who manages the team",
    }),
    tasks: z
      .object({ open: z.int(), overdue: z.int(), blocked: z.int() })
      .optional()
      .meta({ description: "Not for observers" }),
    defects: z
      .object({
        open: z.int(),
        critical: z.int().meta({ description: "Of the open ones" }),
        overdue: z.int().meta({ description: "Past their day, and nobody has fixed them" }),
      })
      .optional()
      .meta({ description: "Neither verified nor called off" }),
    deliveries: z
      .object({
        open: z.int(),
        atRisk: z.int().meta({ description: "Of the open ones, past their promised day" }),
      })
      .optional()
      .meta({ description: "Orders neither delivered, rejected nor cancelled; for who sees them" }),
  })
  .meta({ id: "ObjectDashboard" });
export type ObjectDashboard = z.infer<typeof objectDashboard>;

export const dashboardObject = z.object({
  id,
  code: z.string(),
  name: z.string(),
  status: z.enum(OBJECT_STATUSES),
  deadline: day.nullable(),
  pct: percent,
  plannedPct: percent,
  health: z.enum(HEALTHS),
  modules: planFact,
  brackets: planFact,
  forecastDate: day.nullable(),
  idleHours: decimal
    .optional()
    .meta({ description: "Idle man-hours of the last working day, for who sees all crews" }),
  lateDays: z.int().nullable(),
});
export type DashboardObject = z.infer<typeof dashboardObject>;

// A record of an enum would require names in the document that it does not define.
const waitingByKind = Object.fromEntries(APPROVAL_KINDS.map((kind) => [kind, z.int()])) as Record<
  ApprovalKind,
  z.ZodInt
>;

export const dashboard = z
  .object({
    objects: z.array(dashboardObject).meta({ description: "The furthest behind first, at most 10" }),
    objectsTotal: z.int(),
    hero: objectDashboard.nullable().meta({ description: "The complete card of the object furthest behind" }),
    waiting: z.object({
      decisions: z.object(waitingByKind).meta({
        description:
          "What waits for this user, by kind, as `/api/me/approvals` lists it; each entry of a day counts",
      }),
      unread: z.int(),
      tasks: z.int().meta({ description: "Open tasks assigned to this user" }),
      tasksToday: z.int().meta({ description: "Of these, due today" }),
    }),
  })
  .meta({ id: "Dashboard" });
export type Dashboard = z.infer<typeof dashboard>;
