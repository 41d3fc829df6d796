import { createHash, randomBytes } from "node:crypto";

/** Longer side of the smaller versions of each photo, in pixels. */
const THUMBNAIL_SIZES = [320, 1280] as const;
export type ThumbnailSize = (typeof THUMBNAIL_SIZES)[number];

/** A new object key: 192 random bits that reveal nothing about the content. */
export function objectKey(): string {
  return randomBytes(24).toString("base64url");
}

/** Key of a smaller version of a photo. */
export function thumbnailKey(photoKey: string, size: ThumbnailSize): string {
  return `${photoKey}/${size}`;
}

/** Prefix of all uploads that are not yet accepted. */
export const INCOMING_PREFIX = "incoming/";

/** Where an upload lies until its bytes were read and compared; nothing is shown from there. */
export function incomingKey(key: string): string {
  return `${INCOMING_PREFIX}${key}`;
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
