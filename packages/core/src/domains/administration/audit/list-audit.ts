import { listAuditQuery } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { type Context, forbidden, invalidField, pagedQuery, personOf } from "../../../kernel/index.ts";
import { type AuditFilters, type RecordRow, selectRecords, whereRecords } from "./audit-selection.ts";
import { presentRecord } from "./present-record.ts";

/** Throws for who may not read the company's log, and for a thing named without its kind. */
export function assertMayRead({ actor }: Context, { id, kind }: AuditFilters): void {
  if (!can(actor, "audit.view_company")) throw forbidden("audit.view_company");
  if (id !== undefined && kind === undefined) throw invalidField("kind", "entity_type_required");
}

/** The log of the whole company, in words. */
export const listAudit = pagedQuery({
  name: "audit.list",
  permissions: ["audit.view_company"],
  input: listAuditQuery,
  authorize: assertMayRead,
  sort: () => ({ id: "a.id", idType: "bigint", descending: true }),
  select: selectRecords,
  where: (asked, ctx, filters) => whereRecords(asked, filters, personOf(ctx).timeZone),
  present: (ctx, row: RecordRow) => presentRecord(personOf(ctx), row),
});
