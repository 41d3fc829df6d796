import { newKey } from "../api/request.ts";
import type { PhotoFile } from "../files/upload-photo.ts";
import type { QueuedFile } from "./queue-item.ts";

/** Photos that are not on the server yet, as the queue keeps them; each has the key of its own upload. */
export function queuedFiles(photos: readonly PhotoFile[], objectId: number): QueuedFile[] {
  return photos.map(({ blob, name }) => ({ key: newKey(), objectId, blob, name, fileId: null }));
}
