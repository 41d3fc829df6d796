import { instantText } from "../../../kernel/index.ts";

/** Columns of a draft's summary, for a row `d` of object_drafts. */
export const DRAFT_COLUMNS = `d.id, d.data->'object'->>'name' as name, d.step, d.object_id as "objectId",
  ${instantText("d.created_at")} as "createdAt", ${instantText("d.updated_at")} as "updatedAt", d.version`;
