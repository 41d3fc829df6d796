import { type AuditPage, listEntityAuditQuery } from "@stsphera/contracts";
import { can, sees, myObjectIds } from "@stsphera/rbac";
import {
  allOf,
  type Context,
  forbidden,
  listText,
  notFound,
  openCursor,
  type Position,
  query,
  toPage,
} from "../../kernel/index.ts";
import { AUDIT_COLUMNS, type AuditRow, presentAuditRow } from "./audit-row.ts";

/** `objects`: those whose history the actor may read; null for the company's history. */
type ListArguments = {
  entity: string;
  id: number;
  objects: number[] | null;
  from: Position | null;
  rows: number;
};

const listStatement = ({ entity, id, objects, from, rows }: ListArguments) =>
  listText(
    (asked) => `
  select ${AUDIT_COLUMNS}
  from audit_log a
  where ${allOf(
    `a.entity_type = ${asked(entity, "text")}`,
    `a.entity_id = ${asked(id, "integer")}`,
    from !== null && `a.id < ${asked(from.id, "bigint")}`,
    objects !== null && `a.object_id = any (array(select unnest(${asked(objects, "integer[]")})))`,
  )}
  order by a.id desc limit ${asked(rows, "integer")}`,
  );

const OBJECTS = `
  select distinct a.object_id as "objectId" from audit_log a
  where a.entity_type = $1 and a.entity_id = $2 and a.object_id is not null`;

/**
 * The history of one thing, for users who may read the history of its object, or of the company. For others, a thing
 * they can see is forbidden, any other is not_found.
 */
export const listEntityAudit = query({
  name: "audit.entity",
  permissions: ["object.audit", "audit.view_company"],
  input: listEntityAuditQuery,
  read: async (ctx, { entity, id, limit, cursor }): Promise<AuditPage> => {
    const listing = { list: "audit.entity", entity, id };
    const from = openCursor(cursor, listing);
    const objects = can(ctx.actor, "audit.view_company") ? null : audited(ctx);
    const { text, params } = listStatement({ entity, id, objects, from, rows: limit + 1 });
    const rows = await ctx.db.read<AuditRow>(text, params);
    if (rows.length === 0 && from === null) throw await refusal(ctx, entity, id);
    const page = toPage(rows, limit, listing, () => null);
    return { ...page, items: page.items.map((row) => presentAuditRow(ctx, row)) };
  },
});

const audited = (ctx: Context) =>
  myObjectIds(ctx.actor).filter((objectId) => can(ctx.actor, "object.audit", { objectId }));

async function refusal(ctx: Context, entity: string, id: number): Promise<Error> {
  const objects = await ctx.db.read<{ objectId: number }>(OBJECTS, [entity, id]);
  return objects.some(({ objectId }) => sees(ctx.actor, objectId)) ? forbidden("object.audit") : notFound();
}
