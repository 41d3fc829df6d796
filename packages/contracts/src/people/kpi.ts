import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { ACTIVITY_KINDS } from "./vocabulary.ts";
import { person } from "../shared/person.ts";
import { day, decimal, id, instant, percent } from "../shared/scalars.ts";

export const kpiQuery = z.strictObject({
  from: day.optional().meta({ description: "Default: 29 days before `to`" }),
  to: day.optional().meta({ description: "Default: today in the user's time zone" }),
});

export const kpi = z
  .object({
    from: day,
    to: day,
    facts: z.object({
      shifts: z.int().meta({ description: "Shifts of which the user entered facts that still stand" }),
      onTime: z.int().meta({ description: "Those whose first entry was made on the day of the shift" }),
    }),
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

export const activityQuery = z.strictObject({
  ...pageQuery,
  objectId: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  kind: z.enum(ACTIVITY_KINDS).optional(),
});
export const activity = z
  .object({
    id: z.int().positive(),
    at: instant,
    action: z.string(),
    entityType: z.string(),
    entityId: id,
    about: z
      .object({
        text: z.string().meta({ description: "Title or name; of a fact its work and place" }),
        quantity: decimal.optional(),
        unit: z.string().optional(),
        day: day.optional(),
      })
      .nullable()
      .meta({ description: "The thing as it is now; null when it may not be seen or is gone" }),
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
