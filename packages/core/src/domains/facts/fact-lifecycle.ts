import { factTransitionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { defineLifecycle, makerOf, wordsOf } from "../../kernel/index.ts";
import { assertAllowed, whyNoPhoto } from "./fact-acts.ts";
import { factDecisions } from "./fact-decisions.ts";
import { factCase, factWorkflow } from "./fact-workflow.ts";
import type { Entry, LoadedEntry } from "./load-entry.ts";
import { moveConfirmed } from "./move-confirmed.ts";

/** Moves of ledger entries; a returned entry still counts until it is reversed. */
export const factLifecycle = defineLifecycle({
  entity: "fact",
  workflow: factWorkflow,
  input: factTransitionInput,
  table: schema.dailyPlanFact,
  rowOf: ({ entry }: Pick<LoadedEntry, "entry">): Entry => entry,
  caseOf: (entry: Entry, { entry: { authorIsInstaller } }) =>
    factCase({ ...entry, authorIsInstaller }, entry.status),
  tracked: ["status", "decidedBy", "decidedAt", "decidedOnBehalfOf", "returnReason"],
  columns: (step, to) => ({
    status: to,
    decidedBy: makerOf(step),
    decidedAt: step.ctx.now,
    decidedOnBehalfOf: step.verdict.right.onBehalfOf ?? null,
    returnReason: step.move === "return" ? step.input.reason : null,
  }),
  guards: { confirm: async (_tx, { loaded }) => assertAllowed(whyNoPhoto(loaded.entry)) },
  effects: async (tx, { move, loaded }) => {
    if (move === "confirm") await moveConfirmed(tx, loaded.entry, "add");
    return {};
  },
  payload: ({ input, after }) => ({ date: after.date, authorId: after.authorId, reason: wordsOf(input) }),
  decisionsOf: (entry, { entry: { authorIsInstaller } }) => factDecisions(entry, authorIsInstaller),
});
