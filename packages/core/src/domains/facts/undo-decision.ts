import { undoCommand } from "../../kernel/index.ts";
import { assertAllowed, whyFinal } from "./fact-acts.ts";
import { factLifecycle } from "./fact-lifecycle.ts";
import { loadEntry } from "./load-entry.ts";
import { moveConfirmed } from "./move-confirmed.ts";

/** Undoes the actor's own confirmation or return of an entry within ten minutes; the entry waits again. */
export const undoDecision = undoCommand(factLifecycle, {
  name: "fact.undo_decision",
  id: "factId",
  event: "fact.decision_undone",
  load: loadEntry,
  assertOpen: ({ entry }) => assertAllowed(whyFinal(entry)),
  // Nothing but the entry itself decides whether it may wait again, and `assertOpen` has judged that.
  restores: async () => undefined,
  reverse: async (tx, { loaded: { entry } }) => {
    if (entry.status === "confirmed") await moveConfirmed(tx, entry, "take");
    return [];
  },
  payload: (before, after) => ({ date: after.date, authorId: after.authorId, from: before.status }),
});
