import { PhotoError } from "./errors.ts";

export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

const HEIC = new Set(["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"]);

export type PhotoType = "image/jpeg" | "image/png" | "image/webp" | "image/heic";

/** The type of a photo by its bytes, regardless of its name. Throws PhotoError: `too_large`, `unsupported_type`. */
export async function sniffImage(bytes: Uint8Array): Promise<PhotoType> {
  if (bytes.byteLength > MAX_PHOTO_BYTES) throw new PhotoError("too_large");
  const { fileTypeFromBuffer } = await import("file-type");
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (mime === "image/jpeg" || mime === "image/png" || mime === "image/webp") return mime;
  if (HEIC.has(mime)) return "image/heic";
  throw new PhotoError("unsupported_type");
}
