import type { EnterFactInput, FactAnswer, FactForm } from "@stsphera/contracts";
import { withUnit } from "@stsphera/contracts/format";
import { useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../../../shared/api/api-error.ts";
import { isKept } from "../../../shared/api/passing.ts";
import { newKey } from "../../../shared/api/request.ts";
import { noteServerTime, serverNow } from "../../../shared/api/server-clock.ts";
import type { PhotoFile } from "../../../shared/files/upload-photo.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { shellWords } from "../../../shared/i18n/shell-words.ts";
import { enqueue, supersede } from "../../../shared/offline/queue.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { enterFact, enterFactPath } from "../api/enter-fact.ts";
import { withSaved } from "./saved-form.ts";
import { lineName, type Target } from "./target.ts";
import { useRefresh } from "./use-refresh.ts";
import { useUndo } from "./use-undo.ts";

export type Entry = {
  readonly target: Target;
  readonly body: EnterFactInput;
  readonly key: string;
  /** Photos that are not on the server yet: they follow by the queue, the number does not wait for them. */
  readonly photos: readonly PhotoFile[];
};
export type Saved =
  | { readonly kind: "saved" | "queued" }
  | { readonly kind: "refused"; readonly error: ApiError };

/** Puts photos into the queue: to an entry that stands, or to one that waits itself. */
export async function queuePhotos(
  place: {
    readonly objectId: number;
    readonly title: string;
    readonly factId: number | null;
    readonly parentKey: string | null;
  },
  photos: readonly PhotoFile[],
): Promise<void> {
  const { objectId, title, factId, parentKey } = place;
  for (const { blob, name } of photos) {
    const work = { kind: "photo", factId, parentKey, blob, name } as const;
    await enqueue({ key: newKey(), at: serverNow(), objectId, title, line: name, work });
  }
}

/** Saves an entry of a line: now, or into the queue when nothing answers. */
export function useSave(objectId: number) {
  const client = useQueryClient();
  const words = useWords(factsWords);
  const shell = useWords(shellWords);
  const locale = useLocale();
  const refresh = useRefresh(objectId);
  const undo = useUndo(objectId);

  const told = ({ target, body }: Entry) => withUnit(body.quantity, target.line.workType.unit, locale);

  async function queue(entry: Entry): Promise<Saved> {
    const { target, body, key, photos } = entry;
    const title = lineName(target.line);
    const work = {
      kind: "fact",
      floorVolumeId: body.floorVolumeId,
      date: body.date,
      path: enterFactPath(objectId),
      body,
    } as const;
    const line = told(entry);
    if (target.mending) await supersede(target.mending, { key, line, work });
    else await enqueue({ key, at: serverNow(), objectId, title, line, work });
    await queuePhotos({ objectId, title, factId: null, parentKey: key }, photos);
    showToast(words.queued(line));
    return { kind: "queued" };
  }

  async function settle(entry: Entry, answer: FactAnswer): Promise<Saved> {
    const title = lineName(entry.target.line);
    noteServerTime(answer.fact.createdAt);
    hapticSuccess();
    client.setQueriesData<FactForm>({ queryKey: ["day-form", objectId] }, (form) =>
      form?.date === answer.fact.date ? withSaved(form, answer) : form,
    );
    const onPress = () => void undo(answer.fact.id, `${title}, ${told(entry)}`);
    showToast(words.saved(told(entry)), { text: shell.undo, onPress, testId: "undo" });
    await queuePhotos({ objectId, title, factId: answer.fact.id, parentKey: null }, entry.photos);
    void refresh();
    return { kind: "saved" };
  }

  return async (entry: Entry): Promise<Saved> => {
    if (entry.target.mending) return queue(entry);
    let answer: FactAnswer;
    try {
      answer = await enterFact(objectId, entry.body, entry.key);
    } catch (error) {
      if (isKept(error)) return queue(entry);
      if (!(error instanceof ApiError)) throw error;
      // Often the line is no longer what this screen shows.
      void refresh();
      return { kind: "refused", error };
    }
    return settle(entry, answer);
  };
}
