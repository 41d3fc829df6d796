import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { day, id, instant, version } from "../shared/scalars.ts";

const days = {
  fromDay: day.meta({ description: "A day in the absent user's time zone, today or later" }),
  toDay: day.meta({ description: "Last day, inclusive; at most 366 days" }),
};

/** Appoints a deputy for the actor, on all their objects or on one. */
export const createDelegationInput = z
  .strictObject({ deputyId: id, ...days, objectId: id.optional() })
  .meta({ id: "CreateDelegation" });

/** A project manager appoints a deputy for a member, for the object only. */
export const createObjectDelegationInput = z
  .strictObject({ principalId: id, deputyId: id, ...days })
  .meta({ id: "CreateObjectDelegation" });
export const endDelegationInput = z.strictObject({ version });

export const DELEGATION_STATES = ["upcoming", "current", "over"] as const;
export const delegation = z
  .object({
    id,
    principal: person,
    deputy: person,
    object: z.object({ id, name: z.string() }).nullable().meta({ description: "null: every object" }),
    fromDay: day,
    toDay: day,
    state: z.enum(DELEGATION_STATES),
    createdBy: person,
    createdAt: instant,
    endedAt: instant.nullable(),
    canEnd: z.boolean(),
    version,
  })
  .meta({ id: "Delegation" });
export type Delegation = z.infer<typeof delegation>;

export const listDelegationsQuery = z.strictObject({
  ...pageQuery,
  objectId: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .optional()
    .meta({ description: "Deputies of the members of this object, for its project manager" }),
});
export const delegationPage = pageOf(delegation).meta({ id: "DelegationPage" });
export type DelegationPage = z.infer<typeof delegationPage>;

export const delegationState = z.object({
  id,
  version,
  fromDay: day,
  toDay: day,
  endedAt: instant.nullable(),
});
export type DelegationState = z.infer<typeof delegationState>;
