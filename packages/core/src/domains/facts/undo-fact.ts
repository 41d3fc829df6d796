import { id, undoFactInput } from "@stsphera/contracts";
import { z } from "zod";
import { assertVersion, command } from "../../kernel/index.ts";
import { presentAnswer } from "./enter-fact.ts";
import { assertMayAct } from "./fact-acts.ts";
import { loadEntry } from "./load-entry.ts";
import { takeBack } from "./take-back.ts";

/** Undoes the actor's own entry within ten minutes, without a reason, while nothing depends on it. */
export const undoFact = command({
  name: "fact.undo",
  permissions: ["fact.enter"],
  input: z.strictObject({ factId: id, ...undoFactInput.shape }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => assertMayAct(ctx, "undo", entry),
  execute: async (tx, { ctx, input, target }) => {
    if (input.version !== undefined) assertVersion(target.entry, input.version);
    return takeBack(tx, ctx, target, { right: { permission: "fact.enter" } });
  },
  present: presentAnswer,
});
