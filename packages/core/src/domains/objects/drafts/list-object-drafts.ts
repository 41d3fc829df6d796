import { type DraftPage, listDraftsQuery } from "@stsphera/contracts";
import { pagedQuery, personOf } from "../../../kernel/index.ts";
import { DRAFT_COLUMNS } from "./draft-columns.ts";
import { assertMayDraft } from "./own-draft.ts";

/** The actor's own drafts, newest first. */
export const listObjectDrafts = pagedQuery({
  name: "object_draft.list",
  permissions: ["object.create"],
  input: listDraftsQuery,
  authorize: assertMayDraft,
  sort: () => ({ id: "d.id", descending: true }),
  select: () => ({ columns: DRAFT_COLUMNS, from: "object_drafts d" }),
  where: (asked, ctx) => [`d.created_by = ${asked(personOf(ctx).id, "integer")}`],
  present: (_ctx, row: DraftPage["items"][number]) => row,
});
