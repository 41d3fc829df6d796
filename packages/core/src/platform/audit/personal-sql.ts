import { PERSONAL_FIELDS } from "../../kernel/index.ts";

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");
const TYPES = list(Object.keys(PERSONAL_FIELDS));
const OF_USERS = list(PERSONAL_FIELDS["user"]?.fields ?? []);

/**
 * SQL of the values of an audit row `a` with the personal ones put back in place of their marks. Marks stay where the
 * values were erased; they also cover what rows of an erased person held from the time before values were kept apart.
 */
export const valuesSql = (side: "before" | "after"): string => `
    case when a.${side} is null or a.entity_type not in (${TYPES}) then a.${side} else a.${side}
      || coalesce((select jsonb_object_agg(p.field, p.value) from audit_personal p
           where p.audit_id = a.id and p.side = '${side}'), '{}')
      || coalesce((select jsonb_object_agg(f.name, jsonb_build_object('personal', ${side === "before" ? 1 : 2}))
           from unnest(array[${OF_USERS}]) f (name) join users e on e.id = a.entity_id and e.status = 'erased'
           where a.entity_type = 'user' and jsonb_typeof(a.${side} -> f.name) = 'string'), '{}') end`;

/** SQL of the ids of audit rows whose personal values hold the words; `words` is a placeholder. */
export const personalWordsSql = (words: string): string => `array(
    select p.audit_id from audit_personal p
    where to_tsvector('russian', p.value) @@ websearch_to_tsquery('russian', ${words}))`;
