import { z } from "zod";
import { id, version } from "../shared/scalars.ts";
import { GPR_STATUSES } from "./vocabulary.ts";

const count = z.int().min(0);

export const exportGprQuery = z.strictObject({ as: z.enum(["xlsx", "mspdi"]).default("xlsx") });

export const exportGprDiffQuery = z.strictObject({
  with: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  as: z.enum(["xlsx", "pdf"]).default("xlsx"),
});

export const importGprInput = z
  .strictObject({
    version,
    file: z
      .base64()
      .min(1)
      .max(1_000_000)
      .meta({ description: "A file of Microsoft Project (its XML) in base64, as it is or packed by gzip" }),
    rows: z.enum(["known", "new"]).default("known").meta({
      description: "Rows are those with their number, with their key, department and owner; or all are new",
    }),
  })
  .meta({ id: "ImportGprVersion" });

export const gprImported = z
  .object({
    id,
    version,
    status: z.enum(GPR_STATUSES),
    rows: count,
    links: count,
    removed: count.meta({ description: "Rows of the draft that the file does not have" }),
    notices: z
      .array(
        z.object({
          kind: z.string(),
          row: z.int().nullable().meta({ description: "The number that Project shows; null of the file" }),
          name: z.string().nullable(),
          text: z.string(),
        }),
      )
      .meta({ description: "What could not be kept, at most 500" }),
    more: count.meta({ description: "How many notices are not told" }),
  })
  .meta({ id: "GprImported" });
export type GprImported = z.infer<typeof gprImported>;
