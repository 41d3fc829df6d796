import { explainFactInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, DomainError, forbidden } from "../kernel/index.ts";
import { presentFact, readFactRow } from "./fact-row.ts";
import { assertLive, isAuthor, loadEntry } from "./load-entry.ts";

/** Says why a day's figure went over or under its plan; asked for, never demanded, after the entry. */
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
    const { dailyPlanFact } = schema;
    const written = await tx
      .update(dailyPlanFact)
      .set({
        reasonCode: input.planReason.code,
        reasonText: input.planReason.text ?? null,
        version: sql`${dailyPlanFact.version} + 1`,
      })
      .where(and(eq(dailyPlanFact.id, entry.id), eq(dailyPlanFact.version, input.version)))
      .returning({ id: dailyPlanFact.id });
    if (written.length === 0) throw new DomainError("version_conflict");
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
