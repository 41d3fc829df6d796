import { act } from "../api/request.ts";

/** Puts photos to an entry that stands already. */
export function attachPhotos(factId: number, fileIds: readonly number[], key: string): Promise<void> {
  return act("POST", `/api/facts/${factId}/photos`, { body: { fileIds }, key });
}
