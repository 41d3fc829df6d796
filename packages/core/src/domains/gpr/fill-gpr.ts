import { fillGprInput, id } from "@stsphera/contracts";
import { z } from "zod";
import { assertVersion, command } from "../../kernel/index.ts";
import { authorizeEdit, saveContent } from "./edit-draft.ts";
import { readContent } from "./gpr-content.ts";
import { currentGpr, lockGpr } from "./load-gpr.ts";
import { sourceContent } from "./source-content.ts";

/** Begins a draft anew: with a template, with the active version, or with nothing; a step that can be taken back. */
export const fillGpr = command({
  name: "gpr.fill",
  permissions: ["gpr.edit"],
  quiet: true,
  input: z.strictObject({ gprId: id, ...fillGprInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, loaded, { version }) => {
    const verdict = authorizeEdit(ctx, loaded);
    assertVersion(loaded.gpr, version, currentGpr(loaded.gpr));
    return verdict;
  },
  execute: async (tx, { ctx, input, target: loaded, verdict }) => {
    const kept = await readContent(tx, loaded.gpr);
    const after = await sourceContent(tx, ctx, loaded.object, input);
    return saveContent(tx, ctx, { loaded, verdict, kept }, after);
  },
});
