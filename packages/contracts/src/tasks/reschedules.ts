import { z } from "zod";
import { person } from "../shared/person.ts";
import { day, id, instant, reason, version } from "../shared/scalars.ts";
import { RESCHEDULE_STATUSES } from "../vocabulary.ts";

export const rescheduleInput = z.strictObject({ deadline: day, reason }).meta({ id: "RescheduleInput" });
export const rescheduleDecisionInput = z
  .strictObject({
    to: z.enum(["approved", "refused"]),
    version,
    reason: reason.optional().meta({ description: "Needed to refuse" }),
  })
  .meta({ id: "RescheduleDecision" });

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
