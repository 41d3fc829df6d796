import { ApiError, NetworkError } from "../api/api-error.ts";
import { errorSentence } from "../api/error-sentence.ts";
import { isKept } from "../api/passing.ts";
import { ask } from "../api/request.ts";
import { uploadPhoto } from "../files/upload-photo.ts";
import type { Outcome, QueuedFile, QueueItem, QueueStore } from "./queue-item.ts";

const WAIT_SECONDS = 15;

async function upload({ objectId, blob, name, key }: QueuedFile): Promise<number> {
  return uploadPhoto({ objectId, file: { blob, name }, key, onProgress: () => undefined });
}

/** Sends the pictures that have no number yet; each number is kept at once, so that silence repeats nothing. */
async function withFiles(item: QueueItem, store: QueueStore): Promise<QueueItem> {
  let files = item.files;
  for (const file of item.files) {
    if (file.fileId !== null) continue;
    const fileId = await upload(file);
    files = files.map((known) => (known.key === file.key ? { ...known, fileId } : known));
    await store.replace({ ...item, files });
  }
  return { ...item, files };
}

function bodyOf({ body, files, filesAs }: QueueItem): Readonly<Record<string, unknown>> {
  if (files.length === 0) return body;
  const given = Array.isArray(body[filesAs]) ? (body[filesAs] as unknown[]) : [];
  return { ...body, [filesAs]: [...given, ...files.map(({ fileId }) => fileId)] };
}

/** The number at `fact.id` of an answer. */
function numberAt(answer: unknown, place: string | null): number | null {
  if (place === null) return null;
  const found = place
    .split(".")
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | null)?.[name], answer);
  return typeof found === "number" ? found : null;
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
export async function sendItem(item: QueueItem, store: QueueStore): Promise<Outcome> {
  try {
    const complete = await withFiles(item, store);
    const { method, path, key, gives } = complete;
    const answer = await ask(method, path, { body: bodyOf(complete), key });
    return { kind: "sent", given: numberAt(answer, gives) };
  } catch (error) {
    return outcomeOf(error);
  }
}
