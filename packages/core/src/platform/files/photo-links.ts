import { incomingKey, type Storage, thumbnailKey } from "@stsphera/storage";
import type { PhotoLinks } from "../../kernel/index.ts";

const READ_SECONDS = 600;
const UPLOAD_SECONDS = 900;

/** The file store operations offered to verbs. */
export function createPhotoLinks(storage: Pick<Storage, "presignGet" | "presignPut" | "head">): PhotoLinks {
  return {
    sign: (key, size, saveAs) => {
      const sized = size === "original" ? key : thumbnailKey(key, size === "320" ? 320 : 1280);
      const named = saveAs === undefined ? {} : { fileName: saveAs };
      return storage.presignGet(sized, { expiresSeconds: READ_SECONDS, ...named });
    },
    upload: (key, file) => storage.presignPut(incomingKey(key), { ...file, expiresSeconds: UPLOAD_SECONDS }),
    sizeOf: async (key) =>
      ((await storage.head(incomingKey(key))) ?? (await storage.head(key)))?.size ?? null,
  };
}
