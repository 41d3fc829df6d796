import type { Sharp } from "sharp";
import { PhotoError } from "./errors.ts";
import { takenAtOf } from "./exif.ts";
import type { ThumbnailSize } from "./keys.ts";

export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

/** Content type of the smaller versions. */
export const THUMBNAIL_TYPE = "image/webp";

const MAX_PIXELS = 100_000_000;
const HEIC = new Set(["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"]);

export type PhotoType = "image/jpeg" | "image/png" | "image/webp" | "image/heic";

export type Thumbnails = {
  readonly sizes: Readonly<Record<ThumbnailSize, Uint8Array>>;
  /** Of the photo as displayed, after rotation. */
  readonly width: number;
  readonly height: number;
  /** The camera's local time, see takenAtOf. */
  readonly takenAt?: string;
};

/** The type of a photo by its bytes, regardless of its name. Throws PhotoError: `too_large`, `unsupported_type`. */
export async function sniffImage(bytes: Uint8Array): Promise<PhotoType> {
  if (bytes.byteLength > MAX_PHOTO_BYTES) throw new PhotoError("too_large");
  const { fileTypeFromBuffer } = await import("file-type");
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (mime === "image/jpeg" || mime === "image/png" || mime === "image/webp") return mime;
  if (HEIC.has(mime)) return "image/heic";
  throw new PhotoError("unsupported_type");
}

/**
 * Versions of at most 320 and 1280 pixels, upright, without metadata (which may contain a location). Throws
 * PhotoError, also for HEIC that this build cannot decode.
 */
export async function makeThumbnails(bytes: Uint8Array): Promise<Thumbnails> {
  const type = await sniffImage(bytes);
  const { default: sharp } = await import("sharp");
  const open = (input: Uint8Array) => sharp(input, { limitInputPixels: MAX_PIXELS, sequentialRead: true });
  try {
    const { autoOrient, exif } = await open(bytes).metadata();
    const large = await smaller(open(bytes).autoOrient(), 1280);
    const small = await smaller(open(large), 320);
    const takenAt = exif === undefined ? undefined : takenAtOf(exif);
    return {
      sizes: { 320: small, 1280: large },
      width: autoOrient.width,
      height: autoOrient.height,
      ...(takenAt === undefined ? {} : { takenAt }),
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.message.includes("pixel limit")) throw new PhotoError("too_many_pixels", { cause: error });
    throw new PhotoError(type === "image/heic" ? "heic_not_decodable" : "damaged", { cause: error });
  }
}

async function smaller(picture: Sharp, side: ThumbnailSize): Promise<Uint8Array> {
  const box = { width: side, height: side, fit: "inside", withoutEnlargement: true } as const;
  return new Uint8Array(
    await picture
      .resize(box)
      .webp({ quality: side === 320 ? 70 : 78 })
      .toBuffer(),
  );
}
