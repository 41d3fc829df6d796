import { type AuditPage, listEntityAuditQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { type Context, forbidden, notFound, openCursor, query } from "../kernel/index.ts";
import { myObjectIds } from "../objects/index.ts";
import { AUDIT_COLUMNS, auditPage, type AuditRow } from "./audit-row.ts";

/** $1 kind · $2 id · $3 before this row · $4 rows · $5 own objects, where the asker does not see the company's history */
const statement = (visible: string) => `
  select ${AUDIT_COLUMNS}
  from audit_log a
  where a.entity_type = $1 and a.entity_id = $2 and ($3::bigint is null or a.id < $3) ${visible}
  order by a.id desc limit $4`;

const OF_THE_COMPANY = statement("");
const OF_OWN_OBJECTS = statement("and a.object_id = any(array(select unnest($5::int[])))");
const OBJECTS = `
  select distinct a.object_id as "objectId" from audit_log a
  where a.entity_type = $1 and a.entity_id = $2 and a.object_id is not null`;

/**
 * The history of one thing, for those who may read the history of its object, or the company's. To others a thing of
 * theirs is forbidden, and any other does not exist.
 */
export const listEntityAudit = query({
  name: "audit.entity",
  permissions: ["object.audit", "audit.view_company"],
  input: listEntityAuditQuery,
  read: async (ctx, { entity, id, limit, cursor }): Promise<AuditPage> => {
    const filters = { entity, id };
    const from = openCursor(cursor, filters);
    const asked = [entity, id, from?.id ?? null, limit + 1];
    const rows = can(ctx.actor, "audit.view_company")
      ? await ctx.db.read<AuditRow>(OF_THE_COMPANY, asked)
      : await ctx.db.read<AuditRow>(OF_OWN_OBJECTS, [...asked, audited(ctx)]);
    if (rows.length === 0 && from === null) throw await refusal(ctx, entity, id);
    return auditPage(ctx.actor, rows, limit, filters);
  },
});

const audited = (ctx: Context) =>
  myObjectIds(ctx.actor).filter((objectId) => can(ctx.actor, "object.audit", { objectId }));

async function refusal(ctx: Context, entity: string, id: number): Promise<Error> {
  const objects = await ctx.db.read<{ objectId: number }>(OBJECTS, [entity, id]);
  return objects.some(({ objectId }) => sees(ctx.actor, objectId)) ? forbidden("object.audit") : notFound();
}
