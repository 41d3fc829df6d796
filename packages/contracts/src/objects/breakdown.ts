import { z } from "zod";
import { day, decimal, id, percent } from "../shared/scalars.ts";
import { HEALTHS, OBJECT_STATUSES } from "../vocabulary.ts";
import { forecast, rate } from "./dashboard.ts";

/** The pace of a work or a facade over the object's last ten shifts, against its own finish. */
export const partPace = z.object({
  ...rate.shape,
  shiftsLeft: z.int().nullable().meta({ description: "Working days after today through the own finish" }),
  worked: z.int().meta({ description: "In how many of the object's last ten shifts it was worked on" }),
  date: day
    .nullable()
    .meta({ description: "When it is done at this pace; null without a pace, or when done" }),
  lateDays: z.int().nullable().meta({ description: "Days of that date after the own finish" }),
  shortHours: decimal.meta({ description: "Norm hours that this pace leaves undone at the own finish" }),
});
export type PartPace = z.infer<typeof partPace>;

const part = {
  id,
  code: z.string(),
  name: z.string(),
  weight: percent.meta({ description: "Its share of the object's norm hours" }),
  pct: percent,
  plannedPct: percent,
  health: z.enum(HEALTHS),
  points: percent.meta({ description: "Its share of the object's deviation from the plan, in points" }),
  finish: day.nullable().meta({ description: "The end of its last window; the deadline where it has none" }),
  pace: partPace.optional().meta({ description: "Not for observers" }),
};
export const breakdownWork = z.object({
  ...part,
  unit: z.string(),
  plan: decimal,
  fact: decimal,
  remaining: decimal,
});
export type BreakdownWork = z.infer<typeof breakdownWork>;
export const breakdownFacade = z.object(part);
export type BreakdownFacade = z.infer<typeof breakdownFacade>;

export const lateTask = z.object({
  id,
  title: z.string(),
  deadline: day,
  lateDays: z.int().meta({ description: "Working days" }),
  facadeId: id.nullable().meta({ description: "The facade that its title names" }),
});
export type LateTask = z.infer<typeof lateTask>;

/** What the percentage, the deviation and the forecast of an object are made of. */
export const objectBreakdown = z
  .object({
    object: z.object({
      id,
      name: z.string(),
      status: z.enum(OBJECT_STATUSES),
      today: day,
      deadline: day.nullable(),
    }),
    progress: z.object({ pct: percent, plannedPct: percent, health: z.enum(HEALTHS) }),
    hours: z.object({ plan: decimal, earned: decimal, remaining: decimal }),
    works: z.array(breakdownWork),
    facades: z.array(breakdownFacade),
    forecast: z
      .object({
        forecast,
        rate,
        shiftsLeft: z.int().nullable(),
        daysOff: z.int().nullable().meta({ description: "Days off from tomorrow through the deadline" }),
        shifts: z.array(z.object({ day, hours: decimal })).meta({
          description: "Norm hours of the last ten shifts, newest first",
        }),
      })
      .optional()
      .meta({ description: "Not for observers" }),
    lateTasks: z
      .object({ total: z.int(), items: z.array(lateTask) })
      .optional()
      .meta({ description: "Not for observers; the latest, at most seven" }),
  })
  .meta({ id: "ObjectBreakdown" });
export type ObjectBreakdown = z.infer<typeof objectBreakdown>;
