import type { AuditEntry } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { type Context, instantText, personJson } from "../../kernel/index.ts";
import { legible } from "./erased-word.ts";
import { fieldChanges, MONEY_FIELDS } from "./field-changes.ts";
import { valuesSql } from "./personal-sql.ts";

type Values = Record<string, unknown> | null;
export type AuditRow = Omit<AuditEntry, "changes"> & { before: Values; after: Values };

/** Columns of an audit_log row `a` as an answer shows them, with people's names. */
export const AUDIT_COLUMNS = `a.id::int as id,
    ${instantText("a.at")} as at, a.action,
    a.entity_type as "entityType", a.entity_id as "entityId", a.object_id as "objectId",
    ${personJson("a.actor_id")} as actor, a.actor_job as job, ${personJson("a.on_behalf_of")} as "onBehalfOf", a.by,
    a.reason, ${valuesSql("before")} as before, ${valuesSql("after")} as after, a.command_id as "commandId", a.request_id as "requestId"`;

/** An audit row as it is shown: amounts of money only to users who may see money of the row's object. */
export function presentAuditRow({ actor }: Context, { before, after, ...row }: AuditRow): AuditEntry {
  const { objectId } = row;
  const seesMoney = can(actor, "object.money", objectId === null ? {} : { objectId });
  const locale = actor.kind === "user" ? actor.locale : "ru";
  const changes = fieldChanges(before, after, seesMoney ? [] : MONEY_FIELDS);
  return {
    ...row,
    changes: changes.map(({ field, ...values }) => ({
      field,
      before: legible(values.before, locale),
      after: legible(values.after, locale),
    })),
  };
}
