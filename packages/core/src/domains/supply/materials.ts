import {
  createMaterialInput,
  id,
  listMaterialsQuery,
  type Material,
  updateMaterialInput,
} from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { type Actor, can, sees } from "@stsphera/rbac";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import {
  assertVersion,
  command,
  forbidden,
  insertRow,
  invalidField,
  notFound,
  pagedQuery,
  textHas,
  type Tx,
  updateRow,
} from "../../kernel/index.ts";
import { assertObjectOpen, lockSeenObject } from "../objects/index.ts";

const { materials } = schema;
type MaterialRow = typeof materials.$inferSelect;

/** The company's materials are kept by who manages materials; those of an object by its supply, too. */
const keepingRight = (actor: Actor, objectId: number | null) => {
  if (can(actor, "material.manage")) return "material.manage" as const;
  return objectId !== null && can(actor, "supply.update", { objectId }) ? ("supply.update" as const) : null;
};

/** Materials that may be ordered for an object: the company's and its own, by code. */
export const listMaterials = pagedQuery({
  name: "material.list",
  permissions: ["supply.view"],
  input: z.strictObject({ objectId: id, ...listMaterialsQuery.shape }),
  authorize: (ctx, { objectId }) => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "supply.view", { objectId })) throw forbidden("supply.view");
  },
  sort: () => ({ value: { sql: "t.code", type: "text", of: (row: Material) => row.code }, id: "t.id" }),
  select: () => ({
    columns: `t.id, t.object_id as "objectId", t.code, t.name, t.unit, t.active, t.version`,
    from: "materials t",
  }),
  where: (asked, _ctx, { objectId, search, retired }) => [
    `(t.object_id is null or t.object_id = ${asked(objectId, "integer")})`,
    !retired && "t.active",
    search !== undefined && search !== "" && textHas("concat_ws(' ', t.code, t.name)", asked(search, "text")),
  ],
  present: (_ctx, row: Material) => row,
});

/** Adds a material to the dictionary of an object, or of the company. */
export const createMaterial = command({
  name: "material.create",
  permissions: ["material.manage", "supply.update"],
  quiet: true,
  input: z.strictObject({ objectId: id, ...createMaterialInput.shape }),
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId, company }) => {
    const permission = keepingRight(ctx.actor, company ? null : objectId);
    if (permission === null) throw forbidden("material.manage");
    if (!company) assertObjectOpen(object);
    return permission;
  },
  execute: async (tx, { input: { company, objectId: at, ...fields }, verdict: permission }) => {
    const objectId = company ? null : at;
    await assertFreeCode(tx, objectId, fields.code);
    const row = await insertRow(tx, materials, { ...fields, objectId });
    return {
      result: row satisfies Material,
      changes: [{ ...subjectOf(row), right: { permission }, before: null, after: fields }],
      events: [],
    };
  },
});

/** Renames a material, or ceases to offer it; orders keep the name they were made with. */
export const updateMaterial = command({
  name: "material.update",
  permissions: ["material.manage", "supply.update"],
  quiet: true,
  input: z.strictObject({ materialId: id, ...updateMaterialInput.shape }),
  load: async (tx, ctx, { materialId }) => {
    const [row] = await tx.select().from(materials).where(eq(materials.id, materialId)).for("update");
    if (row === undefined || (row.objectId !== null && !sees(ctx.actor, row.objectId))) throw notFound();
    return row;
  },
  authorize: (ctx, row, { version, code, name, active }) => {
    const permission = keepingRight(ctx.actor, row.objectId);
    if (permission === null) throw forbidden("material.manage");
    assertVersion(row, version, row);
    if ([code, name, active].every((one) => one === undefined)) throw invalidField("", "nothing_to_change");
    return permission;
  },
  execute: async (tx, { input: { code, name, active }, target: row, verdict: permission }) => {
    if (code !== undefined) await assertFreeCode(tx, row.objectId, code, row.id);
    const asked = { code, name, active };
    const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const after = await updateRow(tx, materials, row, set);
    const of = (one: MaterialRow) =>
      Object.fromEntries(Object.keys(set).map((field) => [field, one[field as keyof typeof asked]]));
    return {
      result: after satisfies Material,
      changes: [{ ...subjectOf(row), right: { permission }, before: of(row), after: of(after) }],
      events: [],
    };
  },
});

const subjectOf = ({ id: entityId, objectId }: MaterialRow) => ({
  entityType: "material",
  entityId,
  objectId,
});

/** Refuses a code that another material of the same dictionary has, whatever its case. */
async function assertFreeCode(tx: Tx, objectId: number | null, code: string, own = 0): Promise<void> {
  const [taken] = await tx
    .select({ id: materials.id })
    .from(materials)
    .where(
      and(
        objectId === null ? isNull(materials.objectId) : eq(materials.objectId, objectId),
        eq(sql`lower(${materials.code})`, code.toLowerCase()),
        ne(materials.id, own),
      ),
    );
  if (taken !== undefined) throw invalidField("code", "code_taken");
}
