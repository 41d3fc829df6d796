import { type AuditPage, id, listObjectAuditQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, invalidField, notFound, openCursor, query } from "../kernel/index.ts";
import { AUDIT_COLUMNS, auditPage, type AuditRow } from "./audit-row.ts";

const ZONE = "(select o.time_zone from objects o where o.id = $1)";

/** $1 object · $2 before this row · $3 rows · $4 person · $5 action · $6, $7 days · $8, $9 entity */
const statement = (narrowed: string) => `
  select ${AUDIT_COLUMNS}
  from (
    select a.* from audit_log a
    where a.object_id = $1 and ($2::bigint is null or a.id < $2)
      and case when $4::int is null then true else a.actor_id = $4 end
      and case when $5::text is null then true else a.action = $5 end
      and case when $6::date is null then true else a.at >= $6::date::timestamp at time zone ${ZONE} end
      and case when $7::date is null then true else a.at < ($7::date + 1)::timestamp at time zone ${ZONE} end
      ${narrowed}
    order by a.id desc limit $3
  ) a
  order by a.id desc`;

const TEXTS = {
  any: statement("and case when $8::text is null then true else a.entity_type = $8 end and $9::int is null"),
  one: statement("and a.entity_type = $8::text and a.entity_id = $9::int"),
} as const;

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
    const rows = await ctx.db.read<AuditRow>(TEXTS[filters.entityId === undefined ? "any" : "one"], [
      objectId,
      from?.id ?? null,
      limit + 1,
      filters.actorId ?? null,
      filters.action ?? null,
      filters.from ?? null,
      filters.to ?? null,
      filters.entityType ?? null,
      filters.entityId ?? null,
    ]);
    return auditPage(ctx.actor, rows, limit, fingerprint);
  },
});
