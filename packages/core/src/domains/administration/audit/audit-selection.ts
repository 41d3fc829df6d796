import { type Asked, instantText, nameFound, personJson, type Selection } from "../../../kernel/index.ts";
import { personalWordsSql, valuesSql } from "../../../platform/audit/index.ts";
import { PERSON_FIELDS } from "./say-values.ts";
import { THING_NAME } from "./thing-name-sql.ts";

export type AuditFilters = {
  who?: string | undefined;
  kind?: string | undefined;
  id?: number | undefined;
  objectId?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  text?: string | undefined;
};

export const RECORD_COLUMNS = `a.id::float8 as id, ${instantText("a.at")} as at, a.action,
    a.entity_type as "entityType", a.entity_id as "entityId", ${THING_NAME} as thing,
    (select json_build_object('id', o.id, 'name', o.name) from objects o where o.id = a.object_id) as object,
    ${personJson("a.actor_id")} as actor, a.actor_job as job, ${personJson("a.on_behalf_of")} as "onBehalfOf",
    a.by, a.request_id as "requestId", a.reason, ${valuesSql("before")} as before, ${valuesSql("after")} as after`;

/** The people that a row's values name at any depth, as in a team; who reads them sees names, not numbers. */
const namedIn = (fields: string) => `(
    select json_object_agg(u.id, u.full_name) from users u where u.id in (
      select (n #>> '{}')::int
      from jsonb_path_query(jsonb_build_array(a.before, a.after), '$.** ? (@.type() == "object")') o
        cross join lateral jsonb_each(o) v cross join lateral jsonb_path_query(v.value, '$[*]') n
      where v.key = any (${fields}) and jsonb_typeof(n) = 'number' and n #>> '{}' ~ '^[0-9]{1,9}$')) as people`;

/** A page of the log with everything that its rows are told by. */
export function selectRecords(asked: Asked): Selection {
  const fields = asked([...PERSON_FIELDS], "text[]");
  return {
    columns: `${RECORD_COLUMNS}, ${namedIn(fields)}`,
    from: "",
    page: { table: "audit_log", alias: "a" },
  };
}

/** What is searched by words; the expression of the index `audit_by_words`. */
const WORDS = `(to_tsvector('russian', coalesce(a.reason, ''))
    || jsonb_to_tsvector('russian', coalesce(a.before, '{}'), '["string", "numeric"]')
    || jsonb_to_tsvector('russian', coalesce(a.after, '{}'), '["string", "numeric"]'))`;

const holdsWords = (words: string): string =>
  `(${WORDS} @@ websearch_to_tsquery('russian', ${words}) or a.id = any (${personalWordsSql(words)}))`;

/** Conditions of the filters in use; days are those of the time zone. */
export function whereRecords(asked: Asked, filters: AuditFilters, timeZone: string): (string | false)[] {
  const { who = "", kind, id, objectId, from, to, text = "" } = filters;
  const midnight = (day: string) => `${day}::timestamp at time zone ${asked(timeZone, "text")}`;
  const named = () =>
    `array(select u.id from users u where ${nameFound("u.full_name", who, asked).join(" and ")})`;
  return [
    who !== "" && `a.actor_id = any (${named()})`,
    kind !== undefined && `a.entity_type = ${asked(kind, "text")}`,
    id !== undefined && `a.entity_id = ${asked(id, "integer")}`,
    objectId !== undefined && `a.object_id = ${asked(objectId, "integer")}`,
    from !== undefined && `a.at >= ${midnight(asked(from, "date"))}`,
    to !== undefined && `a.at < ${midnight(`(${asked(to, "date")} + 1)`)}`,
    text !== "" && holdsWords(asked(text, "text")),
  ];
}

export type RecordRow = {
  id: number;
  at: string;
  action: string;
  entityType: string;
  entityId: number;
  thing: string | null;
  object: { id: number; name: string } | null;
  actor: { id: number; fullName: string } | null;
  job: string | null;
  onBehalfOf: { id: number; fullName: string } | null;
  by: string | null;
  requestId: string;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  people: Readonly<Record<string, string>> | null;
};
