import type { Metadata, Sharp } from "sharp";
import { PhotoError } from "../errors.ts";
import type { ThumbnailSize } from "../keys.ts";
import { type PhotoType, sniffImage } from "../photo-type.ts";
import { takenAtOf } from "./exif.ts";
import { decodeHeic } from "./heic.ts";

/** Content type of the smaller versions. */
export const THUMBNAIL_TYPE = "image/webp";

const MAX_PIXELS = 100_000_000;
/** Bytes of a picture that has to be decoded as a whole: 100 megapixels of three bytes. */
const MAX_WHOLE_BYTES = 300_000_000;

export type Decoded = {
  readonly type: PhotoType;
  readonly sizes: Readonly<Record<ThumbnailSize, Uint8Array>>;
  /** Of the photo as displayed, after rotation. */
  readonly width: number;
  readonly height: number;
  /** The camera's local time, see takenAtOf. */
  readonly takenAt?: string;
};

/**
 * The type of a photo and its versions of at most 320 and 1280 pixels, upright, without metadata (which may contain a
 * location). Throws PhotoError.
 */
export async function decodePhoto(bytes: Uint8Array): Promise<Decoded> {
  const type = await sniffImage(bytes);
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  sharp.cache(false);
  const open = (input: Uint8Array) => sharp(input, { limitInputPixels: MAX_PIXELS, sequentialRead: true });
  try {
    if (type === "image/heic") {
      const { data, width, height } = await decodeHeic(bytes, MAX_WHOLE_BYTES);
      const raw = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: MAX_PIXELS });
      return { type, sizes: await versions(raw, open), width, height, ...(await takenIn(bytes, open)) };
    }
    const metadata = await open(bytes).metadata();
    assertDecodable(metadata);
    const { width, height } = metadata.autoOrient;
    return {
      type,
      sizes: await versions(open(bytes).autoOrient(), open),
      width,
      height,
      ...timeOf(metadata),
    };
  } catch (error) {
    if (error instanceof PhotoError || !(error instanceof Error)) throw error;
    if (error.message.includes("pixel limit")) throw new PhotoError("too_many_pixels", { cause: error });
    throw new PhotoError(type === "image/heic" ? "heic_not_decodable" : "damaged", { cause: error });
  }
}

/** An interlaced picture, and any WebP, cannot be decoded in strips: all its pixels are in memory at once. */
function assertDecodable({ format, width, height, channels, depth, isProgressive }: Metadata): void {
  if (isProgressive !== true && format !== "webp") return;
  const bytes = width * height * channels * (depth === "ushort" || depth === "short" ? 2 : 1);
  if (bytes > MAX_WHOLE_BYTES) throw new PhotoError("too_many_pixels");
}

async function versions(
  picture: Sharp,
  open: (input: Uint8Array) => Sharp,
): Promise<Record<ThumbnailSize, Uint8Array>> {
  const large = await smaller(picture, 1280);
  return { 320: await smaller(open(large), 320), 1280: large };
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

/** The EXIF of a HEIC file is readable without decoding it; its absence is no fault. */
async function takenIn(bytes: Uint8Array, open: (input: Uint8Array) => Sharp): Promise<{ takenAt?: string }> {
  try {
    return timeOf(await open(bytes).metadata());
  } catch {
    return {};
  }
}

function timeOf({ exif }: Metadata): { takenAt?: string } {
  const takenAt = exif === undefined ? undefined : takenAtOf(exif);
  return takenAt === undefined ? {} : { takenAt };
}
