import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { id, shortLine, title, version } from "../shared/scalars.ts";
import { SUPPLY_UNITS } from "./vocabulary.ts";

export const supplyUnit = z.enum(SUPPLY_UNITS);
const code = shortLine(1, 30).meta({
  description: "Unique within the object and the company",
  example: "ГШ-600",
});

/** A line of the dictionary of materials: the company's, or one object's own. */
export const material = z
  .object({
    id,
    objectId: id.nullable().meta({ description: "Null: of the whole company" }),
    code: z.string(),
    name: z.string(),
    unit: supplyUnit,
    active: z.boolean().meta({ description: "False: kept for history, offered no more" }),
    version,
  })
  .meta({ id: "Material" });
export type Material = z.infer<typeof material>;
export const materialPage = pageOf(material).meta({ id: "MaterialPage" });
export type MaterialPage = z.infer<typeof materialPage>;

const search = z.string().trim().max(100).optional().meta({ description: "In the code and the name" });
export const listMaterialsQuery = z.strictObject({
  ...pageQuery,
  search,
  retired: z.stringbool().default(false).meta({ description: "Those offered no more, too" }),
});

export const createMaterialInput = z
  .strictObject({
    code,
    name: title,
    unit: supplyUnit,
    company: z
      .boolean()
      .default(false)
      .meta({ description: "For every object; needs the right to manage materials" }),
  })
  .meta({ id: "CreateMaterial" });

export const updateMaterialInput = z
  .strictObject({ version, code: code.optional(), name: title.optional(), active: z.boolean().optional() })
  .meta({ id: "UpdateMaterial" });
