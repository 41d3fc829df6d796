import { type DraftPage, listDraftsQuery } from "@stsphera/contracts";
import {
  allOf,
  listText,
  openCursor,
  personOf,
  type Position,
  query,
  toPage,
} from "../../../kernel/index.ts";
import { DRAFT_COLUMNS } from "./draft-columns.ts";
import { assertMayDraft } from "./own-draft.ts";

const listStatement = (person: number, from: Position | null, rows: number) =>
  listText(
    (asked) => `
  select ${DRAFT_COLUMNS} from object_drafts d
  where ${allOf(
    `d.created_by = ${asked(person, "integer")}`,
    from !== null && `d.id < ${asked(from.id, "integer")}`,
  )}
  order by d.id desc limit ${asked(rows, "integer")}`,
  );

/** One's own drafts, the newest first. */
export const listObjectDrafts = query({
  name: "object_draft.list",
  permissions: ["object.create"],
  input: listDraftsQuery,
  read: async (ctx, { limit, cursor }): Promise<DraftPage> => {
    assertMayDraft(ctx);
    const from = openCursor(cursor, { list: "object_drafts" });
    const { text, params } = listStatement(personOf(ctx).id, from, limit + 1);
    const rows = await ctx.db.read<DraftPage["items"][number]>(text, params);
    return toPage(rows, limit, { list: "object_drafts" }, () => null);
  },
});
