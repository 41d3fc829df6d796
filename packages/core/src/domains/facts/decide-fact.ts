import { factTransitionInput, id, reason } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { assertVersion, command, personOf } from "../../kernel/index.ts";
import { volumeState } from "./apply-delta.ts";
import { presentAnswer } from "./enter-fact.ts";
import { readFactRow } from "./fact-row.ts";
import { assertMayDecide, moveOf } from "./fact-workflow.ts";
import { assertLive, loadEntry } from "./load-entry.ts";
import { confirmsFor } from "./may-confirm.ts";
import { setEntry } from "./write-entry.ts";

/** Confirms an entry or returns it with a reason; a returned one still counts until it is reversed. */
export const decideFact = command({
  name: "fact.change_status",
  permissions: ["fact.confirm"],
  input: z.strictObject({ factId: id, ...factTransitionInput.shape, overrideReason: reason.optional() }),
  load: async (tx, ctx, { factId }) => {
    const loaded = await loadEntry(tx, ctx, factId);
    const [author] = await tx
      .select({ role: schema.users.role })
      .from(schema.users)
      .where(eq(schema.users.id, loaded.entry.authorId));
    const { objectId, authorId } = loaded.entry;
    return { ...loaded, judged: { objectId, authorId, authorIsInstaller: author?.role === "installer" } };
  },
  authorize: (ctx, { judged }, input) => assertMayDecide(ctx, judged, input.overrideReason !== undefined),
  execute: async (tx, { ctx, input, target }) => {
    const { entry, cell } = target;
    assertLive(target);
    assertVersion(entry, input.version);
    moveOf(entry.status, input.to, input.reason);
    await setEntry(tx, entry, {
      status: input.to,
      decidedBy: personOf(ctx).id,
      decidedAt: ctx.now,
      returnReason: input.to === "returned" ? (input.reason ?? null) : null,
    });
    const words = input.overrideReason ?? input.reason;
    return {
      result: {
        fact: await readFactRow(tx, entry.id),
        floorVolume: volumeState(cell),
      },
      changes: [
        {
          entityType: "fact",
          entityId: entry.id,
          objectId: entry.objectId,
          onBehalfOf: confirmsFor(ctx.actor, target.judged),
          before: { status: entry.status },
          after: { status: input.to, ...(input.overrideReason === undefined ? {} : { override: true }) },
          ...(words === undefined ? {} : { reason: words }),
        },
      ],
      events: [
        {
          type: input.to === "confirmed" ? ("fact.confirmed" as const) : ("fact.returned" as const),
          objectId: entry.objectId,
          entityType: "fact",
          entityId: entry.id,
          payload: { date: entry.date, authorId: entry.authorId, reason: input.reason ?? null },
        },
      ],
    };
  },
  present: presentAnswer,
});
