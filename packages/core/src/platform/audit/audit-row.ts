import type { AuditEntry, AuditPage } from "@stsphera/contracts";
import { type Actor, can } from "@stsphera/rbac";
import { instantText, personJson, toPage } from "../../kernel/index.ts";
import { fieldChanges, MONEY_FIELDS } from "./field-changes.ts";

type Values = Record<string, unknown> | null;
export type AuditRow = Omit<AuditEntry, "changes"> & { before: Values; after: Values };

/** What an answer shows of a row `a` of audit_log, its people by name. */
export const AUDIT_COLUMNS = `a.id::int as id,
    ${instantText("a.at")} as at, a.action,
    a.entity_type as "entityType", a.entity_id as "entityId", a.object_id as "objectId",
    ${personJson("a.actor_id")} as actor, a.actor_job as job, ${personJson("a.on_behalf_of")} as "onBehalfOf", a.by,
    a.reason, a.before, a.after, a.command_id as "commandId", a.request_id as "requestId"`;

/** Cuts rows into a page; money is told to those who see the money of the row's object. */
export function auditPage(
  actor: Actor,
  rows: readonly AuditRow[],
  limit: number,
  filters: unknown,
): AuditPage {
  const page = toPage(rows, limit, filters, () => null);
  const items = page.items.map(({ before, after, ...row }) => {
    const { objectId } = row;
    const seesMoney = can(actor, "object.money", objectId === null ? {} : { objectId });
    return { ...row, changes: fieldChanges(before, after, seesMoney ? [] : MONEY_FIELDS) };
  });
  return { items, nextCursor: page.nextCursor };
}
