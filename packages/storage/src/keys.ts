import { createHash, randomBytes } from "node:crypto";

/** Longer side of the pictures made of every photo, in pixels. */
const THUMBNAIL_SIZES = [320, 1280] as const;
export type ThumbnailSize = (typeof THUMBNAIL_SIZES)[number];

/** A new key of an object: 192 random bits that say nothing of what it holds. */
export function objectKey(): string {
  return randomBytes(24).toString("base64url");
}

/** Key of a photo's smaller picture. */
export function thumbnailKey(photoKey: string, size: ThumbnailSize): string {
  return `${photoKey}/${size}`;
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
