import { createDraftInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { command, personOf } from "../../../kernel/index.ts";
import { assertMayDraft, draftChange, presentDraft } from "./own-draft.ts";

/** Starts a draft that is filled in step by step; only its creator sees it. */
export const createObjectDraft = command({
  name: "object_draft.create",
  permissions: ["object.create"],
  quiet: true,
  input: createDraftInput,
  load: () => Promise.resolve(null),
  authorize: assertMayDraft,
  execute: async (tx, { ctx, input: { data = {}, step = 1 } }) => {
    const [row] = await tx
      .insert(schema.objectDrafts)
      .values({ createdBy: personOf(ctx).id, data, step, createdAt: ctx.now, updatedAt: ctx.now })
      .returning();
    if (row === undefined) throw new Error("a draft was not stored");
    return { result: presentDraft(row), changes: [draftChange(null, row)], events: [] };
  },
});
