import { explainFactInput, id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden } from "../../kernel/index.ts";
import { presentFact, readFactRow } from "./fact-row.ts";
import { assertLive, isAuthor, loadEntry } from "./load-entry.ts";
import { setEntry } from "./write-entry.ts";

/** Records why a day's figure is over or under its plan; optional, after the entry. */
export const explainFact = command({
  name: "fact.explain",
  permissions: ["fact.enter"],
  input: z.strictObject({ factId: id, ...explainFactInput.shape }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => {
    if (!can(ctx.actor, "fact.enter", { objectId: entry.objectId })) throw forbidden("fact.enter");
    if (!isAuthor(ctx, entry)) throw forbidden("fact.enter", "only_author_explains");
  },
  execute: async (tx, { input, target }) => {
    const { entry } = target;
    assertLive(target);
    if (entry.status === "confirmed") throw new DomainError("conflict", { sentence: "already_confirmed" });
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
