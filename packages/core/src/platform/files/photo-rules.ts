import { mayBePhoto } from "@stsphera/contracts";
import { DomainError } from "../../kernel/index.ts";

/** Maximum size of a photo in bytes; also Telegram's limit for downloads by bots. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

type Announced = {
  name?: string | undefined;
  contentType?: string | undefined;
  size?: number | undefined;
};

/** Refuses a file announced as something else than a photo or with too large a size. */
export function assertPhoto(file: Announced): void {
  if ((file.size ?? 0) > MAX_PHOTO_BYTES) {
    throw new DomainError("payload_too_large", { sentence: "photo_too_large", values: { megabytes: 20 } });
  }
  if (!mayBePhoto(file.contentType, file.name)) {
    throw new DomainError("unsupported_media_type", { sentence: "photo_type" });
  }
}
