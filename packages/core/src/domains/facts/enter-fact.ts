import { enterFactInput, type FactAnswer, id, quantityInput, type VolumeState } from "@stsphera/contracts";
import { limitOn, onBehalfOf } from "@stsphera/rbac";
import { z } from "zod";
import { big, decimal } from "../calculation/index.ts";
import {
  type Change,
  command,
  type Context,
  DomainError,
  invalidField,
  nonEmpty,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { assertAllowed, whyNotEnter } from "./fact-acts.ts";
import { type FactRow, presentFact, readFactRow } from "./fact-row.ts";
import {
  assertOpenDay,
  assertQuantity,
  assertTakesFacts,
  DUPLICATE_MINUTES,
  OPEN_DAYS,
  overRemaining,
} from "./fact-rules.ts";
import { type Cell, loadCell, readLineFacts } from "./load-cell.ts";
import { crewOf, ownCrewOf } from "./own-crew.ts";
import { attachFactPhotos } from "./photos.ts";
import { planOfLine } from "./plan-today.ts";
import { insertEntry, moveSums } from "./write-entry.ts";

const input = z.strictObject({
  objectId: id,
  ...enterFactInput.shape,
  /** The line's plan for that day, where it comes from outside: an import or the history of a running object. */
  planQty: quantityInput.optional(),
});
type Input = z.output<typeof input>;
export type StoredAnswer = { fact: FactRow; floorVolume: VolumeState };

/** Enters one line of a day: adds a ledger entry, updates the sums, notifies the project managers. */
export const enterFact = command({
  name: "fact.enter",
  permissions: ["fact.enter"],
  input,
  load: async (tx, ctx, { floorVolumeId, objectId, crewId }) => {
    const cell = await loadCell(tx, ctx, floorVolumeId, objectId);
    return { cell, crew: await loadCrew(tx, ctx, cell, crewId) };
  },
  authorize: (ctx, { cell, crew }) => {
    assertAllowed(whyNotEnter(ctx, cell.objectId, crew?.userIds ?? []));
  },
  execute: async (tx, { ctx, input: entry, target: { cell, crew } }) => {
    const author = personOf(ctx);
    const line = await judge(tx, ctx, cell, entry, crew?.id ?? null);
    const factId = await insertEntry(tx, cell, {
      date: entry.date,
      shift: entry.shift,
      kind: "work",
      status: "submitted",
      quantity: entry.quantity,
      planQty: line.planQty,
      overPlan: line.overPlan,
      dayOff: line.dayOff,
      crewId: crew?.id ?? null,
      workers: entry.workers ?? crew?.size ?? null,
      hours: entry.hours ?? (crew === null ? null : cell.shiftHours),
      authorId: author.id,
      onBehalfOf: onBehalfOf(author, "fact.enter", { objectId: cell.objectId }),
      notes: entry.notes ?? null,
      reasonCode: entry.planReason?.code ?? null,
      reasonText: entry.planReason?.text ?? null,
      createdAt: ctx.now,
    });
    const photos = await attachFactPhotos(tx, ctx, { id: factId, objectId: cell.objectId }, entry.photoIds);
    const floorVolume = await moveSums(tx, cell, {
      date: entry.date,
      quantity: entry.quantity,
      kind: "work",
      status: "submitted",
    });
    const fact = await readFactRow(tx, factId);
    return {
      result: { fact, floorVolume },
      changes: nonEmpty([entered(cell, fact), ...photos]),
      events: [
        {
          type: "fact.entered" as const,
          objectId: cell.objectId,
          entityType: "fact",
          entityId: factId,
          payload: { date: entry.date, floorVolumeId: cell.id, quantity: entry.quantity },
        },
      ],
    };
  },
  present: presentAnswer,
});

/** The answer of every verb that writes one entry. */
export function presentAnswer(ctx: Context, { fact, floorVolume }: StoredAnswer): FactAnswer {
  return { fact: presentFact(ctx, fact), floorVolume };
}

/** The named crew; without one, the own crew of a user who enters for that alone. */
async function loadCrew(tx: Tx, ctx: Context, { objectId }: Cell, crewId: number | undefined) {
  if (crewId !== undefined) {
    const crew = await crewOf(tx, objectId, crewId);
    if (crew === null) throw invalidField("crewId", "unknown_crew");
    return crew;
  }
  const ownOnly = limitOn(ctx.actor, "fact.enter", { objectId }) === "own_crew";
  return ownOnly && ctx.actor.kind === "user" ? ownCrewOf(tx, objectId, ctx.actor.id) : null;
}

/** Checks an entry by the rules of the day and returns the values frozen with it. */
async function judge(tx: Tx, ctx: Context, cell: Cell, entry: Input, crewId: number | null) {
  assertTakesFacts(cell, entry.date);
  const facts = await readLineFacts(tx, cell, {
    date: entry.date,
    shift: entry.shift,
    crewId,
    since: new Date(ctx.now.getTime() - DUPLICATE_MINUTES * 60_000),
    openDays: OPEN_DAYS,
  });
  assertOpenDay(personOf(ctx), cell.objectId, {
    date: entry.date,
    today: cell.today,
    earliest: facts.earliest,
  });
  assertQuantity(entry.quantity, cell.unit, cell.planQty);
  if (facts.idleCrew) throw invalidField("crewId", "crew_idle_whole_shift");
  // Before the remainder: what replaces an entry is judged without it.
  if (facts.duplicateId !== null && !entry.confirmDuplicate) {
    const current = presentFact(ctx, await readFactRow(tx, facts.duplicateId));
    throw new DomainError("possible_duplicate", { current });
  }
  const overPlan = overRemaining(entry.quantity, cell, entry.planReason);
  const left = decimal(big(cell.planQty).minus(cell.factQty).plus(facts.doneOfDay));
  const planQty = entry.planQty ?? planOfLine(facts.planOfDay, { ...cell, ...facts, date: entry.date, left });
  return { overPlan, dayOff: !facts.working, planQty };
}

function entered(cell: Cell, fact: FactRow): Change {
  const { floorVolumeId, date, shift, quantity, planQty, workers, hours, notes, planReason, overPlan } = fact;
  const after = {
    floorVolumeId,
    date,
    shift,
    quantity,
    planQty,
    workers,
    hours,
    notes,
    planReason,
    overPlan,
  };
  return {
    entityType: "fact",
    entityId: fact.id,
    objectId: cell.objectId,
    before: null,
    after: { ...after, crew: fact.crew?.code ?? null },
  };
}
