import { id, setFloorVolumesInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Change, command, DomainError, forbidden, nonEmpty, notFound } from "../../kernel/index.ts";
import { isChangeable } from "../objects/index.ts";
import {
  checkRow,
  loadGrid,
  planChanged,
  rebuildPlan,
  recordRevisions,
  revisedCells,
  writePlan,
} from "../plan/index.ts";

const { objects } = schema;

/** Sets plan and window of many cells at once; other cells stay. */
export const setFloorVolumes = command({
  name: "volume.set_plan",
  permissions: ["volume.edit"],
  input: z.strictObject({ objectId: id, ...setFloorVolumesInput.shape }),
  load: async (tx, ctx, { objectId, volumes }) => {
    const [object] = await tx.select().from(objects).where(eq(objects.id, objectId)).for("no key update");
    if (object === undefined || !sees(ctx.actor, objectId)) throw notFound();
    return { object, ...(await loadGrid(tx, objectId, volumes)) };
  },
  authorize: (ctx, { object }, { objectId }) => {
    if (!can(ctx.actor, "volume.edit", { objectId })) throw forbidden("volume.edit");
    if (!isChangeable(object.status)) throw new DomainError("conflict", { sentence: "object_is_over" });
  },
  execute: async (tx, { ctx, input: { objectId, volumes, ...why }, target }) => {
    volumes.forEach((row, at) => checkRow(row, `volumes.${at}`, target));
    const { result, changes } = await writePlan(tx, ctx, objectId, volumes, target);
    if (changes.length === 0) changes.push(nothingNew(objectId, result));
    else await rebuildPlan(tx, objectId);
    // A plan that is still being made has no revisions.
    if (target.object.status !== "planning")
      await recordRevisions(tx, ctx, objectId, revisedCells(volumes, target), why);
    return { result, changes: nonEmpty(changes), events: [planChanged(objectId, result)] };
  },
});

const nothingNew = (objectId: number, after: Record<string, unknown>): Change => ({
  entityType: "object",
  entityId: objectId,
  objectId,
  before: null,
  after,
});
