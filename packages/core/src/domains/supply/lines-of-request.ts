import { fitsUnit } from "@stsphera/contracts";
import type { SupplyUnit } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { invalidField, type Tx } from "../../kernel/index.ts";

const { materials } = schema;

type Asked = {
  title: string;
  materialId?: number | undefined;
  unit?: SupplyUnit | undefined;
  quantity: string;
};
export type NewLine = { materialId: number | null; name: string; unit: SupplyUnit; quantity: string };

const key = (text: string) => text.toLowerCase().replaceAll("ё", "е");

/**
 * Lines as they are stored: a known name or code names its material, whose name and unit then stand. Throws
 * validation_failed for a material of another object, another unit than the material's, a fraction of a whole unit.
 * `pathOf` names a field of a line.
 */
export async function linesOf(
  tx: Tx,
  objectId: number,
  asked: readonly Asked[],
  pathOf: (at: number, field: string) => string,
): Promise<NewLine[]> {
  const ids = asked.flatMap(({ materialId }) => (materialId === undefined ? [] : [materialId]));
  const words = asked.map(({ title }) => key(title));
  const folded = (column: AnyPgColumn) => sql`replace(lower(${column}), 'ё', 'е')`;
  const known = await tx
    .select()
    .from(materials)
    .where(
      and(
        or(isNull(materials.objectId), eq(materials.objectId, objectId)),
        or(
          ids.length === 0 ? undefined : inArray(materials.id, ids),
          inArray(folded(materials.name), words),
          inArray(folded(materials.code), words),
        ),
      ),
    )
    .orderBy(materials.id);
  return asked.map(({ title, materialId, unit, quantity }, at) => {
    const found =
      materialId === undefined
        ? known.find((one) => one.active && [key(one.code), key(one.name)].includes(key(title)))
        : known.find(({ id }) => id === materialId);
    if (materialId !== undefined && found === undefined) {
      throw invalidField(pathOf(at, "materialId"), "unknown_material");
    }
    if (found !== undefined && unit !== undefined && found.unit !== unit) {
      throw invalidField(pathOf(at, "unit"), "material_unit", { unit: found.unit });
    }
    const counted = found?.unit ?? unit ?? "шт";
    if (!fitsUnit(quantity, counted)) {
      throw invalidField(pathOf(at, "quantity"), "quantity_whole", { quantity, unit: counted });
    }
    return { materialId: found?.id ?? null, name: found?.name ?? title, unit: counted, quantity };
  });
}
