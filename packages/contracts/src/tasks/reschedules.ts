import { z } from "zod";
import { person } from "../shared/person.ts";
import { day, id, instant, reason, version } from "../shared/scalars.ts";
import { transitionInput } from "../shared/transition.ts";
import { RESCHEDULE_STATUSES, type RescheduleMove } from "./vocabulary.ts";

export const rescheduleInput = z.strictObject({ deadline: day, reason }).meta({ id: "RescheduleInput" });
/** Input of each decision on a request. */
export const rescheduleDecisionInput = transitionInput("RescheduleDecision", {
  states: ["approved", "refused"],
  moves: { approve: {}, refuse: { reason } } satisfies Record<RescheduleMove, z.ZodRawShape>,
  common: {},
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
