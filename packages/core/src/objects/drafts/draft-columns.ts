const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A draft's summary, for a row `d` of object_drafts. */
export const DRAFT_COLUMNS = `d.id, d.data->'object'->>'name' as name, d.step, d.object_id as "objectId",
  ${instant("d.created_at")} as "createdAt", ${instant("d.updated_at")} as "updatedAt", d.version`;
