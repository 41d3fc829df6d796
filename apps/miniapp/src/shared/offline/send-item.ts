import { ApiError, NetworkError } from "../api/api-error.ts";
import { errorSentence } from "../api/error-sentence.ts";
import { isKept } from "../api/passing.ts";
import { write } from "../api/request.ts";
import { uploadPhoto } from "../files/upload-photo.ts";
import { attachPhotos } from "../requests/attach-photos.ts";
import type { FactWork, Outcome, PhotoWork, QueueItem } from "./queue-item.ts";

const WAIT_SECONDS = 15;

async function sendFact(work: FactWork, key: string): Promise<Outcome> {
  const answer = await write("POST", work.path, { body: work.body, key }, (c) => c.factAnswer);
  return { kind: "sent", factId: answer.fact.id };
}

async function sendPhoto(item: QueueItem, work: PhotoWork): Promise<Outcome> {
  if (work.factId === null) return { kind: "later", seconds: WAIT_SECONDS };
  const file = { blob: work.blob, name: work.name };
  const fileId = await uploadPhoto({
    objectId: item.objectId,
    file,
    key: item.key,
    onProgress: () => undefined,
  });
  await attachPhotos(work.factId, [fileId], item.key);
  return { kind: "sent", factId: null };
}

/** A refusal is for the person to see; everything that passes by itself is tried again. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof NetworkError) return { kind: "later", seconds: WAIT_SECONDS };
  if (!(error instanceof ApiError)) throw error;
  if (isKept(error)) return { kind: "later", seconds: error.retryAfter || WAIT_SECONDS };
  const { code, requestId } = error.details;
  return { kind: "refused", refusal: { code, message: errorSentence(error), requestId } };
}

/** Sends one waiting thing under its own key. */
export async function sendItem(item: QueueItem): Promise<Outcome> {
  try {
    return item.work.kind === "fact" ? await sendFact(item.work, item.key) : await sendPhoto(item, item.work);
  } catch (error) {
    return outcomeOf(error);
  }
}
