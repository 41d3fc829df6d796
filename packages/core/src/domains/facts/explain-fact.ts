import { explainFactInput, id } from "@stsphera/contracts";
import { z } from "zod";
import { assertVersion, command } from "../../kernel/index.ts";
import { assertMayAct } from "./fact-acts.ts";
import { presentFact, readFactRow } from "./fact-row.ts";
import { loadEntry } from "./load-entry.ts";
import { setEntry } from "./write-entry.ts";

/** Records why a day's figure is over or under its plan; optional, after the entry. */
export const explainFact = command({
  name: "fact.explain",
  permissions: ["fact.enter"],
  input: z.strictObject({ factId: id, ...explainFactInput.shape }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => assertMayAct(ctx, "explain", entry),
  execute: async (tx, { input, target }) => {
    const { entry } = target;
    assertVersion(entry, input.version);
    await setEntry(tx, entry, {
      reasonCode: input.planReason.code,
      reasonText: input.planReason.text ?? null,
    });
    return {
      result: await readFactRow(tx, entry.id),
      changes: [
        {
          entityType: "fact",
          entityId: entry.id,
          objectId: entry.objectId,
          before: { reason: entry.reasonCode, text: entry.reasonText },
          after: { reason: input.planReason.code, text: input.planReason.text ?? null },
        },
      ],
      events: [
        {
          type: "fact.corrected" as const,
          objectId: entry.objectId,
          entityType: "fact",
          entityId: entry.id,
          payload: { date: entry.date, explained: true },
        },
      ],
    };
  },
  present: presentFact,
});
