import { type DraftPage, listDraftsQuery } from "@stsphera/contracts";
import { openCursor, personOf, query, toPage } from "../../kernel/index.ts";
import { DRAFT_COLUMNS } from "./draft-columns.ts";
import { assertMayDraft } from "./own-draft.ts";

const DRAFTS = `
  select ${DRAFT_COLUMNS} from object_drafts d
  where d.created_by = $1 and ($2::int is null or d.id < $2)
  order by d.id desc limit $3`;

/** One's own drafts, the newest first. */
export const listObjectDrafts = query({
  name: "object_draft.list",
  permissions: ["object.create"],
  input: listDraftsQuery,
  read: async (ctx, { limit, cursor }): Promise<DraftPage> => {
    assertMayDraft(ctx);
    const from = openCursor(cursor, { list: "object_drafts" });
    const person = personOf(ctx).id;
    const rows = await ctx.db.read<DraftPage["items"][number]>(DRAFTS, [person, from?.id ?? null, limit + 1]);
    return toPage(rows, limit, { list: "object_drafts" }, () => null);
  },
});
