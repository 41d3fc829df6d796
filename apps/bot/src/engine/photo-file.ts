import { mayBePhoto } from "@stsphera/contracts";
import { cutText } from "@stsphera/contracts/format";
import type { Message } from "@stsphera/telegram";
import { z } from "zod";

/** A photo stored at Telegram, as the system records it. */
export const telegramPhoto = z.object({
  telegramFileId: z.string(),
  telegramUniqueId: z.string(),
  name: z.string().optional(),
  contentType: z.string().optional(),
  size: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  mediaGroupId: z.string().optional(),
});
export type TelegramPhoto = z.infer<typeof telegramPhoto>;

const MAX_BYTES = 20 * 1024 * 1024;

/** True for messages with a photo or a file. */
export const carriesFile = (message: Message): boolean =>
  message.photo !== undefined || message.document !== undefined;

/** The largest size of the message's photo; null when the file is not a photo or is too large to download. */
export function photoOf(message: Message): TelegramPhoto | null {
  const album = message.media_group_id === undefined ? {} : { mediaGroupId: message.media_group_id };
  const largest = message.photo?.toSorted((a, b) => a.width * a.height - b.width * b.height).at(-1);
  if (largest !== undefined) {
    return {
      telegramFileId: largest.file_id,
      telegramUniqueId: largest.file_unique_id,
      width: largest.width,
      height: largest.height,
      ...(largest.file_size === undefined ? {} : { size: largest.file_size }),
      ...album,
    };
  }
  const { document } = message;
  if (document === undefined || !mayBePhoto(document.mime_type, document.file_name)) return null;
  if ((document.file_size ?? 0) > MAX_BYTES) return null;
  return {
    telegramFileId: document.file_id,
    telegramUniqueId: document.file_unique_id,
    ...(document.mime_type === undefined ? {} : { contentType: document.mime_type }),
    ...(document.file_name === undefined ? {} : { name: cutText(document.file_name, 255) }),
    ...(document.file_size === undefined || document.file_size === 0 ? {} : { size: document.file_size }),
    ...album,
  };
}
