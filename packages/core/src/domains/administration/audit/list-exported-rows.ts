import { auditExportQuery, type AuditRecord, exportAuditInput } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import {
  allOf,
  forbidden,
  listText,
  notFound,
  openCursor,
  personOf,
  query,
  toPage,
} from "../../../kernel/index.ts";
import { type AuditFilters, type RecordRow, selectRecords, whereRecords } from "./audit-selection.ts";
import { EXPORT_ACTION } from "./export-audit.ts";
import { presentRecord } from "./present-record.ts";

const FIND = `
  select a.id::float8 as id, a.after->'filters' as filters from audit_log a
  where a.actor_id = $1 and a.action = '${EXPORT_ACTION}' and a.after->>'key' = $2
    and (a.after->>'expiresAt')::timestamptz > $3::timestamptz
  order by a.at desc, a.id desc limit 1`;

type Found = { id: number; filters: AuditFilters };

/**
 * A page of an export's file: the rows that its filters found when it was made. The right is judged for every page; an
 * export of somebody else, or an old one, is not_found.
 */
export const listExportedRows = query({
  name: "audit.export_rows",
  permissions: ["audit.view_company"],
  input: auditExportQuery.extend({ key: z.uuid() }),
  read: async (ctx, { key, limit, cursor }): Promise<{ items: AuditRecord[]; nextCursor: string | null }> => {
    if (!can(ctx.actor, "audit.view_company")) throw forbidden("audit.view_company");
    const reader = personOf(ctx);
    const listing = { list: "audit.export_rows", key };
    const from = openCursor(cursor, listing);
    const [found] = await ctx.db.read<Found>(FIND, [reader.id, key, ctx.now.toISOString()]);
    if (found === undefined) throw notFound();
    const filters = exportAuditInput.parse(found.filters);
    const { text, params } = listText((asked) => {
      const { columns } = selectRecords(asked);
      const last = asked(from?.id ?? found.id, "bigint");
      const conditions = allOf(...whereRecords(asked, filters, reader.timeZone), `a.id < ${last}`);
      return `select ${columns} from audit_log a where ${conditions}
        order by a.id desc limit ${asked(limit + 1, "integer")}`;
    });
    const rows = await ctx.db.read<RecordRow>(text, params);
    const page = toPage(rows, limit, listing, () => null);
    return { ...page, items: page.items.map((row) => presentRecord(reader, row)) };
  },
});
