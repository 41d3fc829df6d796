import { instantText, personJson } from "../sql-text.ts";

/** How many moves a card shows. */
const SHOWN_MOVES = 20;

/** SQL of the newest moves of a thing, newest first, in the format of `moveRecord` in contracts. */
export const movesJson = (entityType: string, entityId: string): string => `(
    select coalesce(json_agg(json_build_object('id', m.id, 'move', m.move, 'from', m."from", 'to', m."to",
        'by', ${personJson("m.by_id")}, 'at', ${instantText("m.at")}, 'reason', m.reason,
        'onBehalfOf', ${personJson("m.on_behalf_of")},
        'undoneAt', ${instantText("m.undone_at")}) order by m.id desc), '[]')
    from (select * from entity_moves where entity_type = '${entityType}' and entity_id = ${entityId}
      order by id desc limit ${SHOWN_MOVES}) m)`;

/**
 * SQL condition that the newest move `m` can still be undone: `row` was not written since, and `builtOn`, which
 * describes later work on the thing elsewhere, is false.
 */
export const intactMove = (entityType: string, row: string, builtOn = "false"): string => `
    coalesce((select (m.before->>'version')::int + 1 = ${row}.version and not (${builtOn})
      from entity_moves m where m.entity_type = '${entityType}' and m.entity_id = ${row}.id
      order by m.id desc limit 1), false)`;
