import { z } from "zod";
import { id, singleLine } from "../shared/scalars.ts";
import { FILE_PURPOSES, FILE_STATUSES } from "../vocabulary.ts";

export const createFileInput = z.strictObject({
  objectId: id,
  name: singleLine(255).min(1).meta({
    description: "The name of a document ends in .pdf, .xlsx, .docx, .dwg or .zip",
  }),
  size: z
    .int()
    .positive()
    .meta({ description: "Size in bytes: at most 20 MB for a photo, 50 MB for a document" }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  contentType: z.string().max(100),
  purpose: z.enum(FILE_PURPOSES).default("photo"),
});
export type CreateFile = z.output<typeof createFileInput>;
export const createFileAnswer = z
  .object({ id, uploadUrl: z.string(), headers: z.record(z.string(), z.string()) })
  .meta({ id: "FileUpload" });
export const fileState = z
  .object({ id, status: z.enum(FILE_STATUSES), error: z.string().nullable() })
  .meta({ id: "File" });
export type FileState = z.infer<typeof fileState>;
export const fileLinkQuery = z.strictObject({ thumb: z.enum(["320", "1280"]).optional() });
