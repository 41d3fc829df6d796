import {
  announcedKind,
  assertDocumentBytes,
  DocumentError,
  ObjectNotFound,
  sha256Hex,
  type Storage,
} from "@stsphera/storage";
import type { ClaimedFile } from "./claim-file.ts";
import type { FileOutcome } from "./process-file.ts";
import type { DocumentRefusal } from "./refusals.ts";

/**
 * Looks at an uploaded document where it lies: whether its bytes are those that were promised, and what its name says.
 * One that is refused is removed from the store. Throws when the store did not answer, so that it can be tried again.
 */
export async function checkDocument(
  { storage }: { storage: Pick<Storage, "get" | "delete"> },
  file: ClaimedFile,
): Promise<FileOutcome> {
  const bytes = await bytesOf(storage, file.storageKey);
  const problem = bytes === null ? "gone" : problemOf(bytes, file);
  if (bytes !== null && problem === null) return readyAs(file, bytes);
  if (bytes !== null) await storage.delete(file.storageKey);
  return { status: "failed", error: problem ?? "gone" };
}

async function bytesOf(storage: Pick<Storage, "get">, key: string): Promise<Uint8Array | null> {
  try {
    return await storage.get(key);
  } catch (error) {
    if (error instanceof ObjectNotFound) return null;
    throw error;
  }
}
