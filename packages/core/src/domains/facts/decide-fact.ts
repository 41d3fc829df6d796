import { transitionCommand } from "../../kernel/index.ts";
import { volumeState } from "./apply-delta.ts";
import { presentAnswer } from "./enter-fact.ts";
import { assertAllowed, whyFinal } from "./fact-acts.ts";
import { factLifecycle } from "./fact-lifecycle.ts";
import { readFactRow } from "./fact-row.ts";
import { loadEntry } from "./load-entry.ts";

/** Confirms an entry or returns it with a reason. */
export const decideFact = transitionCommand(factLifecycle, {
  name: "fact.change_status",
  id: "factId",
  load: loadEntry,
  assertOpen: ({ entry }) => assertAllowed(whyFinal(entry)),
  answer: async (_ctx, entry, { tx, loaded }) => ({
    fact: await readFactRow(tx, entry.id),
    floorVolume: volumeState(loaded.cell),
  }),
  present: presentAnswer,
});
