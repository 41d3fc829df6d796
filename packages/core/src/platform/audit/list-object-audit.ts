import { type AuditPage, id, listObjectAuditQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  allOf,
  forbidden,
  invalidField,
  listText,
  notFound,
  openCursor,
  type Position,
  query,
} from "../../kernel/index.ts";
import { AUDIT_COLUMNS, auditPage, type AuditRow } from "./audit-row.ts";

type Filters = Omit<z.output<typeof listObjectAuditQuery>, "limit" | "cursor">;

const listStatement = (objectId: number, filters: Filters, before: Position | null, rows: number) =>
  listText((asked) => {
    const object = asked(objectId, "integer");
    const midnight = (day: string) =>
      `${day}::timestamp at time zone (select o.time_zone from objects o where o.id = ${object})`;
    const { actorId, action, from, to, entityType, entityId } = filters;
    return `
  select ${AUDIT_COLUMNS}
  from (
    select a.* from audit_log a
    where ${allOf(
      `a.object_id = ${object}`,
      before !== null && `a.id < ${asked(before.id, "bigint")}`,
      actorId !== undefined && `a.actor_id = ${asked(actorId, "integer")}`,
      action !== undefined && `a.action = ${asked(action, "text")}`,
      from !== undefined && `a.at >= ${midnight(asked(from, "date"))}`,
      to !== undefined && `a.at < ${midnight(`(${asked(to, "date")} + 1)`)}`,
      entityType !== undefined && `a.entity_type = ${asked(entityType, "text")}`,
      entityId !== undefined && `a.entity_id = ${asked(entityId, "integer")}`,
    )}
    order by a.id desc limit ${asked(rows, "integer")}
  ) a
  order by a.id desc`;
  });

/** The history of an object: who did what to it and its parts, for whom and when, what was and what is. */
export const listObjectAudit = query({
  name: "audit.object",
  permissions: ["object.audit", "audit.view_company"],
  input: z.strictObject({ objectId: id, ...listObjectAuditQuery.shape }),
  read: async (ctx, { objectId, limit, cursor, ...filters }): Promise<AuditPage> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const may = can(ctx.actor, "object.audit", { objectId }) || can(ctx.actor, "audit.view_company");
    if (!may) throw forbidden("object.audit");
    if (filters.entityId !== undefined && filters.entityType === undefined) {
      throw invalidField("entityType", "entity_type_required");
    }
    const fingerprint = { objectId, ...filters };
    const from = openCursor(cursor, fingerprint);
    const { text, params } = listStatement(objectId, filters, from, limit + 1);
    const rows = await ctx.db.read<AuditRow>(text, params);
    return auditPage(ctx.actor, rows, limit, fingerprint);
  },
});
