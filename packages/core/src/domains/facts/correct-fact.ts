import { correctFactInput, id } from "@stsphera/contracts";
import { onBehalfOf } from "@stsphera/rbac";
import { z } from "zod";
import { big, decimal } from "../calculation/index.ts";
import { assertVersion, command, type Context, invalidField, nonEmpty, type Tx } from "../../kernel/index.ts";
import { moveAttachments } from "../../platform/attachments/index.ts";
import { presentAnswer } from "./enter-fact.ts";
import {
  assertAllowed,
  assertMayAct,
  correctsAsAuthor,
  keepsFacts,
  rightToTakeBack,
  whyNotEnter,
} from "./fact-acts.ts";
import { readFactRow } from "./fact-row.ts";
import { assertQuantity, overRemaining } from "./fact-rules.ts";
import { authorId, type LoadedEntry, loadEntry } from "./load-entry.ts";
import { crewOf } from "./own-crew.ts";
import { attachFactPhotos, FACT } from "./photos.ts";
import { reverseEntry } from "./reverse-entry.ts";
import { insertEntry, moveSums, type NewEntry } from "./write-entry.ts";

/**
 * Replaces a wrong entry by a right one: its reversal and a new entry in one command. The author may until it is
 * confirmed and through the next working day; later a project manager or PTO, with a reason.
 */
export const correctFact = command({
  name: "fact.correct",
  permissions: ["fact.enter", "fact.reverse"],
  input: z.strictObject({ factId: id, ...correctFactInput.shape }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => assertMayAct(ctx, "correct", entry),
  execute: async (tx, { ctx, input, target }) => {
    const { entry, cell } = target;
    assertVersion(entry, input.version);
    if (!correctsAsAuthor(ctx, entry) && input.reason === undefined)
      throw invalidField("reason", "reason_of_correction");
    assertQuantity(input.quantity, cell.unit, cell.planQty);
    const corrected = entry.kind === "opening" ? openingOf(ctx) : await workOf(tx, ctx, target, input);
    const right = rightToTakeBack(ctx, entry);
    const reversed = await reverseEntry(tx, ctx, target, { reason: input.reason, right });
    const factId = await insertEntry(tx, cell, {
      date: entry.date,
      shift: entry.shift,
      quantity: input.quantity,
      planQty: entry.planQty,
      dayOff: entry.dayOff,
      authorId: authorId(ctx),
      onBehalfOf: standsInFor(ctx, entry),
      notes: input.notes ?? entry.notes,
      ...corrected,
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
      kind: entry.kind,
      status: corrected.status,
    });
    const fact = await readFactRow(tx, factId);
    const change = {
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
      changes: nonEmpty([reversed.change, change, ...photos]),
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

/** What the author corrects is entered anew; others correct by the right to take back. */
const standsInFor = (ctx: Context, entry: LoadedEntry["entry"]): number | null =>
  onBehalfOf(ctx.actor, correctsAsAuthor(ctx, entry) ? "fact.enter" : "fact.reverse", {
    objectId: entry.objectId,
  });

type Input = z.output<typeof correctFactInput>;
type Corrected = Pick<NewEntry, "kind" | "status"> & Partial<NewEntry>;

/** An opening balance stays one: confirmed, outside a day's work, and of no crew. */
const openingOf = (ctx: Context): Corrected => ({
  kind: "opening",
  status: "confirmed",
  decidedBy: authorId(ctx),
  decidedAt: ctx.now,
});

/** Work is judged as if it were entered, in a cell without the old entry. */
async function workOf(
  tx: Tx,
  ctx: Context,
  { entry, cell }: LoadedEntry,
  { quantity, crewId, workers, hours, planReason }: Input,
): Promise<Corrected> {
  const freed = { ...cell, factQty: decimal(big(cell.factQty).minus(entry.quantity)) };
  return {
    kind: "work",
    status: "submitted",
    overPlan: overRemaining(quantity, freed, planReason),
    crewId: await crewIdOf(tx, ctx, entry, crewId),
    workers: workers ?? entry.workers,
    hours: hours ?? entry.hours,
    reasonCode: planReason?.code ?? entry.reasonCode,
    reasonText: planReason === undefined ? entry.reasonText : (planReason.text ?? null),
  };
}

async function crewIdOf(
  tx: Tx,
  ctx: Context,
  entry: LoadedEntry["entry"],
  crewId: number | undefined,
): Promise<number | null> {
  if (crewId === undefined || crewId === entry.crewId) return entry.crewId;
  const crew = await crewOf(tx, entry.objectId, crewId);
  if (crew === null) throw invalidField("crewId", "unknown_crew");
  if (!keepsFacts(ctx, entry)) assertAllowed(whyNotEnter(ctx, entry.objectId, crew.userIds));
  return crew.id;
}
