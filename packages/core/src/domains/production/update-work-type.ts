import { id, trimDecimal, updateWorkTypeInput, type WorkType } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  command,
  forbidden,
  invalidField,
  notFound,
  type Tx,
  updateRow,
} from "../../kernel/index.ts";
import { assertNorm } from "./work-norm.ts";

const { floorVolumes, workTypes } = schema;

/**
 * Changes a work type; fields that are absent stay. Unit and norm stand as soon as an object plans the work: its
 * quantities and norm hours are counted in them.
 */
export const updateWorkType = command({
  name: "work_type.update",
  permissions: ["dictionary.manage"],
  quiet: true,
  input: z.strictObject({ workTypeId: id, ...updateWorkTypeInput.shape }),
  load: async (tx, _ctx, { workTypeId }) => {
    const [row] = await tx.select().from(workTypes).where(eq(workTypes.id, workTypeId)).for("update");
    if (row === undefined) throw notFound();
    return row;
  },
  authorize: (ctx, row, { version, normHours }) => {
    if (!can(ctx.actor, "dictionary.manage")) throw forbidden("dictionary.manage");
    assertVersion(row, version);
    if (normHours !== undefined) assertNorm(normHours);
  },
  execute: async (tx, { input: asked, target: row }) => {
    const old = {
      name: row.name,
      unit: row.unit,
      normHours: trimDecimal(row.normHours),
      requiresPhoto: row.requiresPhoto,
    };
    const next = {
      name: asked.name ?? old.name,
      unit: asked.unit ?? old.unit,
      normHours: asked.normHours === undefined ? old.normHours : trimDecimal(asked.normHours),
      requiresPhoto: asked.requiresPhoto ?? old.requiresPhoto,
    };
    const changed = (Object.keys(next) as (keyof typeof next)[]).filter((key) => next[key] !== old[key]);
    if (changed.length === 0) throw invalidField("", "nothing_to_change");
    const counted = changed.find((key) => key === "unit" || key === "normHours");
    if (counted !== undefined && (await isPlanned(tx, row.id)))
      throw invalidField(counted, "work_is_planned");
    const after = await updateRow(tx, workTypes, row, next);
    const result: WorkType = { ...after, normHours: trimDecimal(after.normHours) };
    const part = (of: typeof next) => Object.fromEntries(changed.map((key) => [key, of[key]]));
    const subject = { entityType: "work_type", entityId: row.id, objectId: null };
    return { result, changes: [{ ...subject, before: part(old), after: part(next) }], events: [] };
  },
});

async function isPlanned(tx: Tx, workTypeId: number): Promise<boolean> {
  const [cell] = await tx
    .select({ id: floorVolumes.id })
    .from(floorVolumes)
    .where(eq(floorVolumes.workTypeId, workTypeId))
    .limit(1);
  return cell !== undefined;
}
