import { useQueryClient } from "@tanstack/react-query";
import { newKey } from "../../shared/api/request.ts";
import type { PhotoFile } from "../../shared/files/upload-photo.ts";
import { queuedFiles } from "../../shared/offline/queued-files.ts";
import { actOrQueue } from "../../shared/offline/send-or-queue.ts";
import { hapticSuccess } from "../../shared/telegram/haptics.ts";
import { showToast } from "../../shared/ui/toast-store.ts";

export type ShiftAct = {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the queue and the confirmation say. */
  readonly title: string;
  readonly line: string;
  /** What the queue says instead of `line`: of what is not on the page yet. */
  readonly waiting?: string;
  readonly key?: string;
  /** Photos that are not on the server yet, with the field that lists them. */
  readonly photos?: { readonly objectId: number; readonly files: readonly PhotoFile[] };
};

/** Sends an act on a shift, or keeps it until there is a network; a refusal is thrown. */
export function useShiftAct(): (act: ShiftAct) => Promise<void> {
  const client = useQueryClient();
  return async ({ path, body, title, line, waiting = line, key = newKey(), photos }) => {
    const href = window.location.pathname + window.location.search;
    const describe = { thing: "act" as const, title, line: waiting, href, about: href };
    const files = photos === undefined ? [] : queuedFiles(photos.files, photos.objectId);
    const item = { key, method: "POST" as const, path, body, describe, files, filesAs: "photoIds" };
    const arrived = await actOrQueue(item).finally(() => {
      void client.invalidateQueries();
    });
    if (!arrived) return;
    hapticSuccess();
    showToast(line);
  };
}
