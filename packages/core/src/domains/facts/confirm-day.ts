import { confirmDayInput, type DayConfirmed, id } from "@stsphera/contracts";
import { deviatingCells } from "@stsphera/contracts/facts/off-plan";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import {
  command,
  DomainError,
  forbidden,
  judgeMany,
  moveMany,
  nonEmpty,
  type Tx,
  undoableUntil,
} from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject } from "../objects/index.ts";
import { factLifecycle } from "./fact-lifecycle.ts";
import { UNDO_MINUTES } from "./fact-rules.ts";
import { type Standing, STANDING, STANDING_TABLES, type StandingFact } from "./fact-standing.ts";
import { mayConfirm } from "./fact-workflow.ts";
import type { Entry } from "./load-entry.ts";
import { lockWorkSums } from "./lock-work-sums.ts";

const { dailyPlanFact, floorVolumes } = schema;
type LiveEntry = { id: number; floorVolumeId: number; quantity: string; planQty: string | null };
type Waiting = { entry: Entry & StandingFact };
type Exception = DayConfirmed["exceptions"][number];

/**
 * Confirms the entries of a day that wait for the actor: those that are named, or all but those that deviate from the
 * plan. An entry whose photo is due is never confirmed; what was left out is told with its reason.
 */
export const confirmDay = command({
  name: "fact.confirm_day",
  permissions: ["fact.confirm"],
  input: z.strictObject({ objectId: id, ...confirmDayInput.shape }),
  load: async (tx, ctx, { objectId, date }) => {
    const object = await lockSeenObject(tx, ctx, objectId);
    const waiting = await lockWaiting(tx, objectId, date);
    return { object, waiting, live: await readLive(tx, objectId, date) };
  },
  authorize: (ctx, { object, waiting, live }, { factIds }) => {
    if (!can(ctx.actor, "fact.confirm", { objectId: object.id })) throw forbidden("fact.confirm");
    assertObjectOpen(object);
    const mine = waiting.filter(({ entry }) => mayConfirm(ctx.actor, entry));
    const asked = mine.filter(({ entry }) => factIds === undefined || factIds.includes(entry.id));
    const others = waiting.filter((one) => !mine.includes(one));
    if (others.some(({ entry }) => factIds?.includes(entry.id) === true)) throw forbidden("fact.confirm");
    const off = factIds === undefined ? deviatingCells(live) : new Set<number>();
    const exceptions = asked.flatMap(({ entry }): Exception[] => {
      if (entry.photoDue) return [{ id: entry.id, why: "photo_due" }];
      return off.has(entry.floorVolumeId) ? [{ id: entry.id, why: "off_plan" }] : [];
    });
    const left = new Set(exceptions.map((one) => one.id));
    const items = asked
      .filter(({ entry }) => !left.has(entry.id))
      .map((loaded) => ({ loaded, move: "confirm" as const, input: {} }));
    const { judged } = judgeMany(factLifecycle, ctx, items);
    if (judged.length === 0) throw new DomainError("conflict", { sentence: "nothing_to_confirm" });
    return { judged, exceptions };
  },
  execute: async (tx, { ctx, target: { object }, verdict: { judged, exceptions } }) => {
    await lockCells(
      tx,
      judged.map(({ loaded }) => loaded.entry.floorVolumeId),
    );
    await lockWorkSums(tx, object.id);
    const { after, changes, events } = await moveMany(factLifecycle, tx, judged);
    const result: DayConfirmed = {
      confirmed: after.map((entry) => entry.id),
      exceptions,
      undoUntil: undoableUntil(ctx.now, UNDO_MINUTES).toISOString(),
    };
    return { result, changes: nonEmpty(changes), events };
  },
});

/** Locks the submitted entries of a day in id order, with what decides about them. */
async function lockWaiting(tx: Tx, objectId: number, date: string): Promise<Waiting[]> {
  const rows = await tx
    .select()
    .from(dailyPlanFact)
    .where(
      and(
        eq(dailyPlanFact.objectId, objectId),
        eq(dailyPlanFact.date, date),
        eq(dailyPlanFact.kind, "work"),
        eq(dailyPlanFact.status, "submitted"),
      ),
    )
    .orderBy(asc(dailyPlanFact.id))
    .for("update");
  const found = await tx.execute<{ id: number; standing: Standing }>(sql`
    select f.id, ${sql.raw(STANDING)} as standing from ${sql.raw(STANDING_TABLES)}
    where f.object_id = ${objectId} and f.date = ${date} and f.kind = 'work' and f.status = 'submitted'`);
  const standings = new Map(found.map(({ id: factId, standing }) => [factId, standing]));
  return rows.flatMap((row) => {
    const standing = standings.get(row.id);
    return standing === undefined || standing.reversedById !== null
      ? []
      : [{ entry: { ...row, ...standing } }];
  });
}

/** In the order of every writer of sums: cells by id before the sums of works. */
async function lockCells(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx
    .select({ id: floorVolumes.id })
    .from(floorVolumes)
    .where(inArray(floorVolumes.id, [...ids]))
    .orderBy(asc(floorVolumes.id))
    .for("update");
}

/** The entries of a day that count, whether they were decided on or not. */
const readLive = (tx: Tx, objectId: number, date: string): Promise<LiveEntry[]> =>
  tx.execute<LiveEntry>(sql`
    select f.id, f.floor_volume_id as "floorVolumeId", trim_scale(f.quantity)::text as quantity,
      trim_scale(f.plan_qty)::text as "planQty"
    from daily_plan_fact f
    where f.object_id = ${objectId} and f.date = ${date} and f.kind = 'work' and f.status <> 'parked'
      and not exists (select from daily_plan_fact r where r.reverses_id = f.id)`);
