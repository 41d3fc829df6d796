import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { day, id, instant, percent } from "../shared/scalars.ts";

export const kpiQuery = z.strictObject({
  from: day.optional().meta({ description: "Default: 29 days before `to`" }),
  to: day.optional().meta({ description: "Default: today in the user's time zone" }),
});

export const kpi = z
  .object({
    from: day,
    to: day,
    tasks: z.object({
      doneOnTime: z.int().meta({ description: "Handed in by the deadline and accepted since" }),
      doneLate: z.int(),
      doneWithoutDeadline: z.int(),
      onTimePct: percent.meta({ description: "Of tasks with a deadline; null when there are none" }),
      overdueNow: z.int(),
      declined: z.int(),
    }),
    reaction: z.object({
      tasks: z.int(),
      meanMinutes: z
        .int()
        .nullable()
        .meta({ description: "Working minutes from assignment to «Беру в работу»; null without tasks" }),
    }),
  })
  .meta({ id: "Kpi" });
export type Kpi = z.infer<typeof kpi>;

export const activityQuery = z.strictObject({ ...pageQuery });
export const activity = z
  .object({
    id: z.int().positive(),
    at: instant,
    action: z.string(),
    entityType: z.string(),
    entityId: id,
    object: z.object({ id, name: z.string() }).nullable(),
    onBehalfOf: person.nullable().meta({ description: "For whom the user stood in" }),
    reason: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: "Activity" });
export type Activity = z.infer<typeof activity>;
export const activityPage = pageOf(activity).meta({ id: "ActivityPage" });
export type ActivityPage = z.infer<typeof activityPage>;
