import { correctFactInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { big, decimal } from "../calculation/index.ts";
import {
  assertVersion,
  command,
  type Context,
  DomainError,
  forbidden,
  invalidField,
  nonEmpty,
  type Tx,
} from "../../kernel/index.ts";
import { moveAttachments } from "../../platform/attachments/index.ts";
import { presentAnswer } from "./enter-fact.ts";
import { readFactRow } from "./fact-row.ts";
import { assertQuantity, assertTakesFacts, overRemaining } from "./fact-rules.ts";
import {
  assertLive,
  authorId,
  isAuthor,
  type LoadedEntry,
  loadEntry,
  mayTakeBack,
  rightToTakeBack,
} from "./load-entry.ts";
import { attachFactPhotos, FACT } from "./photos.ts";
import { reverseEntry } from "./reverse-entry.ts";
import { insertEntry, moveSums } from "./write-entry.ts";

/**
 * Replaces a wrong entry by a right one: its reversal and a new entry in one command. The author may until it is
 * confirmed and through the next working day; later a project manager or PTO, with a reason.
 */
export const correctFact = command({
  name: "fact.correct",
  permissions: ["fact.enter", "fact.reverse"],
  input: z.strictObject({ factId: id, ...correctFactInput.shape }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => {
    if (!mayTakeBack(ctx, entry)) throw forbidden("fact.reverse");
  },
  execute: async (tx, { ctx, input, target }) => {
    const { entry, cell } = target;
    assertLive(target);
    assertVersion(entry, input.version);
    assertTakesFacts(cell, entry.date);
    const own = isAuthor(ctx, entry) && entry.status !== "confirmed" && (await stillOpen(tx, target));
    if (!own) assertReasonOfOthers(ctx, target, input.reason);
    const crewId = await crewOf(tx, target, input.crewId);
    const freed = { ...cell, factQty: decimal(big(cell.factQty).minus(entry.quantity)) };
    assertQuantity(input.quantity, cell.unit, cell.planQty);
    const overPlan = overRemaining(input.quantity, freed, input.planReason);
    const right = rightToTakeBack(ctx, entry);
    const reversed = await reverseEntry(tx, ctx, target, { reason: input.reason, right });
    const factId = await insertEntry(tx, cell, {
      date: entry.date,
      shift: entry.shift,
      kind: "work",
      status: "submitted",
      quantity: input.quantity,
      planQty: entry.planQty,
      overPlan,
      dayOff: entry.dayOff,
      crewId,
      workers: input.workers ?? entry.workers,
      hours: input.hours ?? entry.hours,
      authorId: authorId(ctx),
      notes: input.notes ?? entry.notes,
      reasonCode: input.planReason?.code ?? entry.reasonCode,
      reasonText: input.planReason === undefined ? entry.reasonText : (input.planReason.text ?? null),
      replacesId: entry.id,
      createdAt: ctx.now,
    });
    await moveAttachments(
      tx,
      { entityType: FACT, entityId: entry.id },
      { entityType: FACT, entityId: factId },
    );
    const photos = await attachFactPhotos(tx, ctx, { id: factId, objectId: entry.objectId }, input.photoIds);
    const floorVolume = await moveSums(tx, cell, {
      date: entry.date,
      quantity: input.quantity,
      kind: "work",
    });
    const fact = await readFactRow(tx, factId);
    const corrected = {
      entityType: "fact",
      entityId: factId,
      objectId: entry.objectId,
      before: { factId: entry.id, quantity: decimal(big(entry.quantity)) },
      after: { quantity: fact.quantity, replaces: entry.id },
      right,
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    };
    return {
      result: { fact, floorVolume },
      changes: nonEmpty([reversed.change, corrected, ...photos]),
      events: [
        {
          type: "fact.corrected" as const,
          objectId: entry.objectId,
          entityType: "fact",
          entityId: factId,
          payload: { date: entry.date, replaces: entry.id },
        },
      ],
    };
  },
  present: presentAnswer,
});

/** The author's period: through the object's next working day after the day the entry was made. */
async function stillOpen(tx: Tx, { entry, cell }: LoadedEntry): Promise<boolean> {
  const [row] = await tx.execute<{ until: string | null }>(sql`
    select min(w.day)::text as until from object_workdays w join objects o on o.id = w.object_id
    where o.id = ${cell.objectId}
      and w.day > ((${entry.createdAt.toISOString()}::timestamptz at time zone o.time_zone) - o.day_cutoff)::date`);
  return row?.until === undefined || row.until === null || cell.today <= row.until;
}

function assertReasonOfOthers(ctx: Context, { entry }: LoadedEntry, reason: string | undefined): void {
  const asKeeper = mayTakeBack(ctx, { ...entry, authorId: 0 });
  if (!asKeeper) throw new DomainError("conflict", { sentence: "correction_time_over" });
  if (reason === undefined) throw invalidField("reason", "reason_of_correction");
}

async function crewOf(tx: Tx, { entry }: LoadedEntry, crewId: number | undefined): Promise<number | null> {
  if (crewId === undefined || crewId === entry.crewId) return entry.crewId;
  const { crews } = schema;
  const [crew] = await tx
    .select()
    .from(crews)
    .where(and(eq(crews.id, crewId), eq(crews.objectId, entry.objectId)));
  if (crew === undefined) throw invalidField("crewId", "unknown_crew");
  return crew.id;
}
