import { id, reverseFactInput } from "@stsphera/contracts";
import { z } from "zod";
import { assertVersion, command } from "../../kernel/index.ts";
import { presentAnswer } from "./enter-fact.ts";
import { assertMayAct, rightToTakeBack } from "./fact-acts.ts";
import { loadEntry } from "./load-entry.ts";
import { takeBack } from "./take-back.ts";

/** Reverses an entry with a reason: project managers and PTO any, authors their own until it is confirmed. */
export const reverseFact = command({
  name: "fact.reverse",
  permissions: ["fact.reverse"],
  input: z.strictObject({ factId: id, ...reverseFactInput.shape }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => assertMayAct(ctx, "reverse", entry),
  execute: async (tx, { ctx, input, target }) => {
    assertVersion(target.entry, input.version);
    return takeBack(tx, ctx, target, { reason: input.reason, right: rightToTakeBack(ctx, target.entry) });
  },
  present: presentAnswer,
});
