import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command } from "../../../kernel/index.ts";
import { assertMayDraft, draftChange, lockDraft } from "./own-draft.ts";

/** Deletes a draft; an object created from it stays. */
export const deleteObjectDraft = command({
  name: "object_draft.delete",
  permissions: ["object.create"],
  quiet: true,
  input: z.strictObject({ draftId: id }),
  load: (tx, ctx, { draftId }) => lockDraft(tx, ctx, draftId),
  authorize: assertMayDraft,
  execute: async (tx, { target: row }) => {
    await tx.delete(schema.objectDrafts).where(eq(schema.objectDrafts.id, row.id));
    return { result: { id: row.id }, changes: [draftChange(row, null)], events: [] };
  },
});
