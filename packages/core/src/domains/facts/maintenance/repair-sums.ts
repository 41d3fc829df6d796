import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { trimmed } from "../../calculation/index.ts";
import { type Change, command, forbidden, nonEmpty, notFound, type Tx } from "../../../kernel/index.ts";
import { readSumDifferences, type SumDifference, type SumName } from "./find-sum-differences.ts";

const { floorVolumes, objectDaySums, objects, objectSums, objectWorkSums } = schema;

const REASON = "derived sums follow the ledger";

/**
 * Resets every derived sum of an object to the ledger, with an audit row for each. For the nightly job. Every writer
 * of a sum locks its cell, so with all cells locked neither ledger nor sums change.
 */
export const repairSums = command({
  name: "sums.mend",
  permissions: [],
  quiet: true,
  input: z.strictObject({ objectId: id }),
  load: async (tx, _ctx, { objectId }) => {
    const [object] = await tx
      .select({ id: objects.id })
      .from(objects)
      .where(eq(objects.id, objectId))
      .for("no key update");
    if (object === undefined) throw notFound();
    return object;
  },
  authorize: (ctx) => {
    if (ctx.actor.kind !== "system" || !can(ctx.actor, "volume.edit")) throw forbidden("volume.edit");
  },
  execute: async (tx, { target: { id: objectId } }) => {
    await tx
      .select({ id: floorVolumes.id })
      .from(floorVolumes)
      .where(eq(floorVolumes.objectId, objectId))
      .orderBy(asc(floorVolumes.id))
      .for("update");
    const differences = await readSumDifferences(tx, { objectId });
    for (const difference of differences) await put(tx, difference);
    const changes = differences.map(changeOf);
    return {
      result: { mended: differences.length },
      changes: nonEmpty(changes.length > 0 ? changes : [nothingToRepair(objectId)]),
      events: [],
    };
  },
});

/** The column of each sum. */
const COLUMN = {
  cell: "factQty",
  cell_confirmed: "confirmedQty",
  work: "factQty",
  work_plan: "planQty",
  work_confirmed: "confirmedQty",
  day: "quantity",
  day_hours: "hours",
  day_confirmed: "confirmedQty",
  day_confirmed_hours: "confirmedHours",
  object_plan: "planHours",
  object_earned: "earnedHours",
  object_confirmed: "confirmedHours",
} as const satisfies Record<SumName, string>;

/** Replaces a sum by the ledger's value. */
async function put(tx: Tx, { sum, objectId, of, ledger }: SumDifference): Promise<void> {
  const [first = "", second = ""] = of.split(" ");
  const set = { [COLUMN[sum]]: ledger };
  if (sum.startsWith("cell")) {
    await tx
      .update(floorVolumes)
      .set(set)
      .where(eq(floorVolumes.id, Number(first)));
  } else if (sum.startsWith("work")) {
    const target = [objectWorkSums.objectId, objectWorkSums.workTypeId];
    const row = { objectId, workTypeId: Number(first), ...set };
    await tx.insert(objectWorkSums).values(row).onConflictDoUpdate({ target, set });
  } else if (sum.startsWith("day")) {
    const target = [objectDaySums.objectId, objectDaySums.day, objectDaySums.workTypeId];
    const row = { objectId, day: first, workTypeId: Number(second), ...set };
    await tx.insert(objectDaySums).values(row).onConflictDoUpdate({ target, set });
  } else {
    const row = { objectId, ...set };
    await tx.insert(objectSums).values(row).onConflictDoUpdate({ target: objectSums.objectId, set });
  }
}

function changeOf({ sum, objectId, of, stored, ledger }: SumDifference): Change {
  const subject = sum.startsWith("cell")
    ? { entityType: "floor_volume", entityId: Number(of) }
    : { entityType: "object", entityId: objectId };
  const place = of === "" ? { sum } : { sum, of };
  return {
    ...subject,
    objectId,
    before: { ...place, value: trimmed(stored) },
    after: { ...place, value: trimmed(ledger) },
    reason: REASON,
  };
}

/** Another process repaired it between search and lock. */
const nothingToRepair = (objectId: number): Change => ({
  entityType: "object",
  entityId: objectId,
  objectId,
  before: null,
  after: { mended: 0 },
});
