import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { day, id, instant, singleLine } from "../shared/scalars.ts";

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

/** Where a change was made: in the app, in the chat, by a job, in a session by an administrator's link. */
export const AUDIT_SOURCES = ["app", "chat", "job", "given_link", "seed"] as const;

const auditFilters = {
  who: singleLine(100).optional().meta({ description: "Words of the actor's or principal's name" }),
  kind: entityType.optional().meta({ description: "Kind of the thing" }),
  id: idText.optional().meta({ description: "The thing; requires the kind" }),
  objectId: idText.optional(),
  from: day.optional().meta({ description: "First day, in the reader's time zone" }),
  to: day.optional(),
  text: z.string().trim().max(100).optional().meta({ description: "Words of the reason or the values" }),
};

export const listAuditQuery = z.strictObject({ ...pageQuery, ...auditFilters }).meta({ id: "AuditQuery" });

/** A row of the company's log in words, in the reader's language. */
export const auditRecord = z
  .object({
    id: z.int(),
    at: instant,
    action: z.string(),
    what: z.string(),
    entityType: z.string(),
    entityId: z.int(),
    kind: z.string(),
    thing: z.string().nullable().meta({ description: "What the thing is called now" }),
    object: z.object({ id, name: z.string() }).nullable(),
    actor: auditPerson.nullable().meta({ description: "Null for a job" }),
    job: z.string().nullable(),
    onBehalfOf: auditPerson.nullable(),
    source: z.enum(AUDIT_SOURCES),
    byRule: z.boolean().meta({ description: "A step that the system took inside the command" }),
    reason: z.string().nullable(),
    changes: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .meta({ id: "AuditRecord" });
export type AuditRecord = z.infer<typeof auditRecord>;
export const auditRecordPage = pageOf(auditRecord).meta({ id: "AuditRecordPage" });

export const exportAuditInput = z
  .strictObject({ ...auditFilters, id: id.optional(), objectId: id.optional() })
  .meta({ id: "AuditExportInput" });
export const auditExport = z
  .object({ key: z.uuid(), fileName: z.string(), expiresAt: instant })
  .meta({ id: "AuditExport" });

/** A page of an export's rows; its file is read by larger ones than a screen. */
export const auditExportQuery = z
  .strictObject({ ...pageQuery, limit: z.coerce.number().int().min(1).max(1000).default(200) })
  .meta({ id: "AuditExportQuery" });
