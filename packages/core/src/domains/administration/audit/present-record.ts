import type { AuditRecord } from "@stsphera/contracts";
import { actCaption, fieldCaption, isTechnical, thingCaption } from "@stsphera/contracts/audit/words";
import { formatQuantity } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { can, type UserActor } from "@stsphera/rbac";
import { fieldChanges, MONEY_FIELDS } from "../../../platform/audit/index.ts";
import type { RecordRow } from "./audit-selection.ts";
import { sayValue } from "./say-values.ts";

const API_REQUEST = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

function sourceOf({ job, by, requestId }: RecordRow): AuditRecord["source"] {
  if (job !== null) return "job";
  if (by?.startsWith("session_given_by:")) return "given_link";
  if (requestId.startsWith("seed:")) return "seed";
  return API_REQUEST.test(requestId) ? "app" : "chat";
}

/** Of a list that was replaced, such as a team, what was in it before alone and what is in it now alone. */
function withoutUnchanged<C extends { before: unknown; after: unknown }>(change: C): C {
  const { before, after } = change;
  if (!Array.isArray(before) || !Array.isArray(after)) return change;
  const keysOf = (list: readonly unknown[]) => new Set(list.map((one) => JSON.stringify(one)));
  const [old, now] = [keysOf(before), keysOf(after)];
  return {
    ...change,
    before: before.filter((one) => !now.has(JSON.stringify(one))),
    after: after.filter((one) => !old.has(JSON.stringify(one))),
  };
}

/** The quantity at the end of an entry's name, with the decimal sign of the language. */
const sayQuantity = (thing: string | null, locale: Locale): string | null =>
  thing === null ? null : thing.replace(/[\d.]+(?= \S+$)/, (quantity) => formatQuantity(quantity, locale));

/** A row of the log in the reader's words; money only for who may see that of the row's object. */
export function presentRecord(reader: UserActor, row: RecordRow): AuditRecord {
  const { entityType, action, object, before, after } = row;
  const { locale, timeZone } = reader;
  const told = { locale, timeZone, entityType, people: row.people ?? {} };
  const seesMoney = can(reader, "object.money", object === null ? {} : { objectId: object.id });
  const changes = fieldChanges(before, after, seesMoney ? [] : MONEY_FIELDS)
    .map(withoutUnchanged)
    .filter(({ field }) => !isTechnical(field))
    .map(({ field, ...values }) => ({
      field: fieldCaption(field, locale) ?? field,
      before: sayValue(field, values.before, told),
      after: sayValue(field, values.after, told),
    }))
    .filter((change) => change.before !== change.after);
  return {
    id: row.id,
    at: row.at,
    action,
    what: actCaption(action, after?.["status"], locale),
    entityType,
    entityId: row.entityId,
    kind: thingCaption(entityType, locale),
    thing: entityType === "fact" ? sayQuantity(row.thing, locale) : row.thing,
    object,
    actor: row.actor,
    job: row.job,
    onBehalfOf: row.onBehalfOf,
    source: sourceOf(row),
    byRule: row.by?.startsWith("system:") ?? false,
    reason: row.reason,
    changes,
  };
}
