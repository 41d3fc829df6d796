import { PERSONAL_DATA } from "./registry.ts";

/** Tables whose rows have no number of their own; one person has few of them. */
const WITHOUT_ID = [
  "notification_settings",
  "put_off_requests",
  "bot_dialogues",
  "bot_updates",
  "object_roles",
  "department_heads",
  "team_removals",
  "invitation_uses",
  "audit_personal",
  "gpr_rows",
];

/**
 * SQL of a page of a table's rows of a person: $1 user, $2 Telegram id or null, $3 the last id of the page before, $4
 * rows, $5 the objects whose words the reader may read, null for all. Tables without ids come in one page.
 */
export function exportStatement(table: string): { text: string; paged: boolean } | null {
  const held = PERSONAL_DATA[table];
  const out = held?.out;
  if (held === undefined || out === null || out === undefined) return null;
  const paged = !WITHOUT_ID.includes(table);
  const place = paged
    ? "and t.id > $3::bigint order by t.id limit $4::integer"
    : "and $3::bigint >= 0 and $4::integer > 0";
  // Every statement has the same parameters, whichever of them its condition uses.
  const typed = "$1::integer is not null and ($2::bigint is null or $2::bigint <> 0)";
  const object = `${held.living ?? "null"}::integer as "livingIn"`;
  const words = (held.words ?? []).map((column) => `'${column}'`).join(", ");
  return {
    paged,
    text: `select case when x."livingIn" = any ($5::integer[]) or x."livingIn" is null or $5::integer[] is null
        then to_jsonb(x) - 'livingIn' else to_jsonb(x) - array[${["'livingIn'", words].filter(Boolean).join(", ")}]::text[] end as row
      from (select ${out.columns}, ${object} from ${table} t where ${typed} and (${out.where}) ${place}) x`,
  };
}
