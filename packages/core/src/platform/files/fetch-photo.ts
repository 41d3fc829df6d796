import {
  DecodeTimeout,
  type Decoder,
  ObjectNotFound,
  PhotoError,
  sha256Hex,
  type Storage,
  THUMBNAIL_TYPE,
  thumbnailKey,
} from "@stsphera/storage";
import { type BotApi, TelegramError, TelegramFileTooLarge, type TelegramFile } from "@stsphera/telegram";
import type { ClaimedFile } from "./claim-file.ts";
import { MAX_PHOTO_BYTES } from "./photo-rules.ts";
import { receivedBytes } from "./received-bytes.ts";
import type { FileOutcome } from "./process-file.ts";
import type { PhotoRefusal } from "./refusals.ts";
import { takenAtInstant } from "./taken-at.ts";

export type PhotoSources = {
  api: BotApi;
  storage: Pick<Storage, "get" | "put">;
  decode: Decoder["decode"];
  signal?: AbortSignal;
};

type Refused = Extract<FileOutcome, { status: "failed" }>;
const refused = (error: PhotoRefusal): Refused => ({ status: "failed", error });

/** After this many refusals Telegram is assumed to have deleted the file. */
const PATIENCE = 8;
/** After this many attempts that took too long the machine is not to blame. */
const SLOW_TRIES = 3;

/**
 * Copies a photo into the store and makes its two smaller sizes. Returns its properties, or why it is refused; throws
 * when the store or Telegram did not answer, so that it is retried.
 */
export async function fetchPhoto(sources: PhotoSources, file: ClaimedFile, now: Date): Promise<FileOutcome> {
  try {
    const bytes = await bytesOf(sources, file);
    if (file.source === "upload" && (bytes.byteLength !== file.size || sha256Hex(bytes) !== file.sha256)) {
      return refused("differs");
    }
    return await keep(sources, file, bytes, now);
  } catch (error) {
    const problem = problemOf(error, file);
    if (problem === null) throw error;
    return refused(problem);
  }
}

async function bytesOf({ api, storage, signal }: PhotoSources, file: ClaimedFile): Promise<Uint8Array> {
  if (file.source === "upload") return receivedBytes(storage, file.storageKey);
  const found = await api.call<TelegramFile>("getFile", { file_id: file.telegramFileId }, signal);
  if (found.file_path === undefined) throw new Error("Telegram gave no path to the file");
  return api.downloadFile(found.file_path, MAX_PHOTO_BYTES, signal);
}

async function keep(
  { storage, decode }: PhotoSources,
  file: ClaimedFile,
  bytes: Uint8Array,
  now: Date,
): Promise<FileOutcome> {
  const { type: contentType, sizes, width, height, takenAt } = await decode(bytes);
  const { storageKey } = file;
  await storage.put(storageKey, bytes, contentType);
  await storage.put(thumbnailKey(storageKey, 1280), sizes[1280], THUMBNAIL_TYPE);
  await storage.put(thumbnailKey(storageKey, 320), sizes[320], THUMBNAIL_TYPE);
  return {
    status: "ready",
    contentType,
    size: bytes.byteLength,
    sha256: sha256Hex(bytes),
    width,
    height,
    takenAt: takenAt === undefined ? null : takenAtInstant(takenAt, file.timeZone, now),
  };
}

/** Why a photo can never be accepted; null for temporary problems. */
function problemOf(error: unknown, { attempts }: ClaimedFile): PhotoRefusal | null {
  if (error instanceof PhotoError) return error.problem;
  if (error instanceof DecodeTimeout) return attempts >= SLOW_TRIES ? "damaged" : null;
  if (error instanceof TelegramFileTooLarge) return "too_large";
  if (error instanceof ObjectNotFound) return "gone";
  if (!(error instanceof TelegramError) || error.code !== 400) return null;
  if (/too big/i.test(error.description)) return "too_large";
  return attempts >= PATIENCE ? "gone" : null;
}
