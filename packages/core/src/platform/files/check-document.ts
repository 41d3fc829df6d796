import {
  announcedKind,
  assertDocumentBytes,
  DOCUMENT_TYPES,
  DocumentError,
  ObjectNotFound,
  sha256Hex,
  type Storage,
} from "@stsphera/storage";
import type { ClaimedFile } from "./claim-file.ts";
import type { FileOutcome } from "./process-file.ts";
import { receivedBytes } from "./received-bytes.ts";
import type { DocumentRefusal } from "./refusals.ts";

type Store = Pick<Storage, "get" | "put">;

/**
 * Checks an uploaded document in the store: its bytes must match the announced size and hash and the type of its
 * name. What was read and accepted is stored under the final key. Throws when the store did not answer, so that the
 * check is retried.
 */
export async function checkDocument(store: Store, file: ClaimedFile): Promise<FileOutcome> {
  const bytes = await bytesOf(store, file.storageKey);
  const found = bytes === null ? "gone" : judge(bytes, file);
  if (typeof found === "string") return { status: "failed", error: found };
  if (bytes !== null && found.status === "ready") await store.put(file.storageKey, bytes, found.contentType);
  return found;
}

async function bytesOf(store: Store, key: string): Promise<Uint8Array | null> {
  try {
    return await receivedBytes(store, key);
  } catch (error) {
    if (error instanceof ObjectNotFound) return null;
    throw error;
  }
}

function judge(bytes: Uint8Array, file: ClaimedFile): FileOutcome | DocumentRefusal {
  const size = bytes.byteLength;
  const sha256 = sha256Hex(bytes);
  if (size !== file.size || sha256 !== file.sha256) return "differs";
  const kind = announcedKind(file.name, file.contentType ?? "");
  if (kind === undefined) return "type_differs";
  try {
    assertDocumentBytes(bytes, kind);
  } catch (error) {
    if (error instanceof DocumentError) return error.problem;
    throw error;
  }
  const contentType = DOCUMENT_TYPES[kind];
  return { status: "ready", contentType, size, sha256, width: null, height: null, takenAt: null };
}
