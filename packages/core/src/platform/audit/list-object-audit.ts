import { id, listObjectAuditQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, invalidField, notFound, pagedQuery } from "../../kernel/index.ts";
import { AUDIT_COLUMNS, presentAuditRow } from "./audit-row.ts";

/** The history of an object and its parts: actor, principal, time, old and new values. */
export const listObjectAudit = pagedQuery({
  name: "audit.object",
  permissions: ["object.audit", "audit.view_company"],
  input: z.strictObject({ objectId: id, ...listObjectAuditQuery.shape }),
  authorize: ({ actor }, { objectId, entityId, entityType }) => {
    if (!sees(actor, objectId)) throw notFound();
    const may = can(actor, "object.audit", { objectId }) || can(actor, "audit.view_company");
    if (!may) throw forbidden("object.audit");
    if (entityId !== undefined && entityType === undefined) {
      throw invalidField("entityType", "entity_type_required");
    }
  },
  sort: () => ({ id: "a.id", idType: "bigint", descending: true }),
  select: () => ({ columns: AUDIT_COLUMNS, from: "", page: { table: "audit_log", alias: "a" } }),
  where: (asked, _ctx, { objectId, actorId, action, from, to, entityType, entityId }) => {
    const object = asked(objectId, "integer");
    const midnight = (day: string) =>
      `${day}::timestamp at time zone (select o.time_zone from objects o where o.id = ${object})`;
    return [
      `a.object_id = ${object}`,
      actorId !== undefined && `a.actor_id = ${asked(actorId, "integer")}`,
      action !== undefined && `a.action = ${asked(action, "text")}`,
      from !== undefined && `a.at >= ${midnight(asked(from, "date"))}`,
      to !== undefined && `a.at < ${midnight(`(${asked(to, "date")} + 1)`)}`,
      entityType !== undefined && `a.entity_type = ${asked(entityType, "text")}`,
      entityId !== undefined && `a.entity_id = ${asked(entityId, "integer")}`,
    ];
  },
  present: presentAuditRow,
});
