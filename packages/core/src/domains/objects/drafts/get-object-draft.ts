import { id, type ObjectDraft } from "@stsphera/contracts";
import { z } from "zod";
import { notFound, personOf, query } from "../../../kernel/index.ts";
import { assertMayDraft } from "./own-draft.ts";
import { DRAFT_COLUMNS } from "./draft-columns.ts";

const DRAFT = `select ${DRAFT_COLUMNS}, d.data from object_drafts d where d.id = $1 and d.created_by = $2`;

/** One of the actor's own drafts. */
export const getObjectDraft = query({
  name: "object_draft.get",
  permissions: ["object.create"],
  input: z.strictObject({ draftId: id }),
  read: async (ctx, { draftId }): Promise<ObjectDraft> => {
    assertMayDraft(ctx);
    const [row] = await ctx.db.read<ObjectDraft>(DRAFT, [draftId, personOf(ctx).id]);
    if (row === undefined) throw notFound();
    return row;
  },
});
