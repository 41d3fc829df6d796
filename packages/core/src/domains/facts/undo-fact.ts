import { id, undoFactInput } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden } from "../../kernel/index.ts";
import { presentAnswer } from "./enter-fact.ts";
import { assertLive, isAuthor, loadEntry, withinUndo } from "./load-entry.ts";
import { takeBack } from "./take-back.ts";

/** Undoes the actor's own entry within ten minutes, without a reason, while nothing depends on it. */
export const undoFact = command({
  name: "fact.undo",
  permissions: ["fact.enter"],
  input: z.strictObject({ factId: id, ...undoFactInput.shape }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => {
    if (!isAuthor(ctx, entry)) throw forbidden("fact.enter", "only_author_undoes");
    if (!can(ctx.actor, "fact.enter", { objectId: entry.objectId })) throw forbidden("fact.enter");
  },
  execute: async (tx, { ctx, input, target }) => {
    assertLive(target);
    if (input.version !== undefined) assertVersion(target.entry, input.version);
    if (target.entry.status === "confirmed")
      throw new DomainError("conflict", { sentence: "already_confirmed" });
    if (!withinUndo(ctx, target.entry)) throw new DomainError("conflict", { sentence: "undo_time_over" });
    return takeBack(tx, ctx, target, { right: { permission: "fact.enter" } });
  },
  present: presentAnswer,
});
