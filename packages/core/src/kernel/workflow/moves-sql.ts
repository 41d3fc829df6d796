import { instantText, personJson } from "../sql-text.ts";

/** How much of its history a card shows. */
const SHOWN_MOVES = 20;

/** The newest moves of a thing in SQL, the newest first, as `moveRecord` of the contracts has them. */
export const movesJson = (entityType: string, entityId: string): string => `(
    select coalesce(json_agg(json_build_object('id', m.id, 'move', m.move, 'from', m."from", 'to', m."to",
        'by', ${personJson("m.by_id")}, 'at', ${instantText("m.at")}, 'reason', m.reason,
        'undoneAt', ${instantText("m.undone_at")}) order by m.id desc), '[]')
    from (select * from entity_moves where entity_type = '${entityType}' and entity_id = ${entityId}
      order by id desc limit ${SHOWN_MOVES}) m)`;

/**
 * Whether nothing was built on the newest move `m` of the thing in the row `row`: it was not written since, nor does
 * `builtOn` hold, which tells of what was done to the thing elsewhere.
 */
export const intactMove = (entityType: string, row: string, builtOn = "false"): string => `
    coalesce((select (m.before->>'version')::int + 1 = ${row}.version and not (${builtOn})
      from entity_moves m where m.entity_type = '${entityType}' and m.entity_id = ${row}.id
      order by m.id desc limit 1), false)`;
