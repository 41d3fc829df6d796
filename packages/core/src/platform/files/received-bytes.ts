import { incomingKey, ObjectNotFound, type Storage } from "@stsphera/storage";

/**
 * The bytes of an upload as received. Uploads of the release before lie under their final key, until all of them are
 * settled. Throws ObjectNotFound.
 */
export async function receivedBytes(storage: Pick<Storage, "get">, storageKey: string): Promise<Uint8Array> {
  try {
    return await storage.get(incomingKey(storageKey));
  } catch (error) {
    if (!(error instanceof ObjectNotFound)) throw error;
    return storage.get(storageKey);
  }
}
