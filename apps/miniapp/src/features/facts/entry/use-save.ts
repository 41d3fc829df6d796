import type { EnterFactInput, FactAnswer, FactForm } from "@stsphera/contracts";
import { withUnit } from "@stsphera/contracts/format";
import { useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../../../shared/api/api-error.ts";
import { isKept } from "../../../shared/api/passing.ts";
import { noteServerTime } from "../../../shared/api/server-clock.ts";
import type { PhotoFile } from "../../../shared/files/upload-photo.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { shellWords } from "../../../shared/i18n/shell-words.ts";
import { enqueue, removeFromQueue, supersede } from "../../../shared/offline/queue.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { enterFact } from "../api/enter-fact.ts";
import { factItem, photoItem } from "./fact-items.ts";
import { withSaved } from "./saved-form.ts";
import { lineName, type Target } from "./target.ts";
import { useRefresh } from "../../../kit/facts/use-refresh.ts";
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
  place: Parameters<typeof photoItem>[0],
  photos: readonly PhotoFile[],
): Promise<void> {
  for (const photo of photos) await enqueue(photoItem(place, photo));
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
    const line = told(entry);
    const item = factItem({ objectId, key, body, title, line });
    if (target.mending) await supersede(target.mending, item);
    else await enqueue(item);
    await queuePhotos({ objectId, title, of: { after: key } }, photos);
    const onPress = () => void removeFromQueue(key);
    showToast(words.queued(line, sayDay(body.date, locale, "weekday")), {
      text: shell.undo,
      onPress,
      testId: "toast-unqueue",
    });
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
    await queuePhotos({ objectId, title, of: answer.fact.id }, entry.photos);
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
