import { DomainError } from "../../kernel/index.ts";

/** Maximum size of a photo in bytes; also Telegram's limit for downloads by bots. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

const PHOTO_TYPES = new Set(["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"]);

/** Refuses a file announced with a type that is not a photo's or with too large a size. */
export function assertPhoto(file: { contentType?: string | undefined; size?: number | undefined }): void {
  if ((file.size ?? 0) > MAX_PHOTO_BYTES) {
    throw new DomainError("payload_too_large", { sentence: "photo_too_large", values: { megabytes: 20 } });
  }
  if (file.contentType !== undefined && !PHOTO_TYPES.has(file.contentType)) {
    throw new DomainError("unsupported_media_type", { sentence: "photo_type" });
  }
}
