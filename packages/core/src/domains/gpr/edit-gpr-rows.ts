import { editGprRowsInput, id } from "@stsphera/contracts";
import { z } from "zod";
import { command } from "../../kernel/index.ts";
import { applyEdits } from "./apply-edits.ts";
import { assertFacades, assertWorks, authorizeEdit, nextNumber, saveContent } from "./edit-draft.ts";
import { readContent } from "./gpr-content.ts";
import { lockGpr } from "./load-gpr.ts";

/**
 * Edits rows and links of a draft; each row names the version that was seen, so that several people may edit at once.
 * A version that waits for signatures becomes a draft again.
 */
export const editGprRows = command({
  name: "gpr.edit_rows",
  permissions: ["gpr.edit"],
  quiet: true,
  input: z.strictObject({ gprId: id, ...editGprRowsInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, loaded) => authorizeEdit(ctx, loaded),
  execute: async (tx, { ctx, input: { edits }, target: loaded, verdict }) => {
    const kept = await readContent(tx, loaded.gpr);
    const after = applyEdits(kept, edits, await nextNumber(tx, loaded.gpr.objectId));
    await assertWorks(tx, kept.content, after);
    await assertFacades(tx, loaded.gpr.objectId, kept.content, after);
    return saveContent(tx, ctx, { loaded, verdict, kept }, after);
  },
});
