import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { day, id, instant } from "../shared/scalars.ts";

const entityType = z
  .string()
  .regex(/^[a-z]+(_[a-z]+)*$/)
  .max(40);
const action = z
  .string()
  .regex(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/)
  .max(80);
const idText = z.coerce.number().int().positive().max(2_147_483_647);

const auditPerson = z.object({ id, fullName: z.string() });

/** One row of the history: actor, principal, time, and old and new value of each field. */
export const auditEntry = z
  .object({
    id: z.int(),
    at: instant,
    action: z.string(),
    entityType: z.string(),
    entityId: z.int(),
    objectId: id.nullable(),
    actor: auditPerson.nullable().meta({ description: "Null for a job" }),
    job: z.string().nullable(),
    onBehalfOf: auditPerson.nullable().meta({ description: "The absent person for whom the actor stood in" }),
    by: z.string().nullable().meta({
      description:
        "system:<rule> for a step of the system; session_given_by:<id> in a session by an admin's link",
    }),
    reason: z.string().nullable(),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    commandId: z.string(),
    requestId: z.string(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditPage = pageOf(auditEntry).meta({ id: "AuditPage" });
export type AuditPage = z.infer<typeof auditPage>;

export const listObjectAuditQuery = z
  .strictObject({
    ...pageQuery,
    entityType: entityType.optional(),
    entityId: idText.optional(),
    actorId: idText.optional(),
    action: action.optional(),
    from: day.optional().meta({ description: "First day, in the object's time zone" }),
    to: day.optional(),
  })
  .meta({ id: "ObjectAuditQuery" });
export const listEntityAuditQuery = z.strictObject({ ...pageQuery, entity: entityType, id: idText });
