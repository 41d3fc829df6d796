import { currentLocale } from "../i18n/locale.ts";
import { shellWords } from "../i18n/shell-words.ts";
import { showToast } from "../ui/toast-store.ts";
import { offlineWords } from "./offline-words.ts";
import { putBack, removeFromQueue } from "./queue.ts";

/** Takes a waiting thing out of the queue, with the way back for a while. */
export async function takeOut(key: string): Promise<void> {
  const locale = currentLocale();
  const gone = await removeFromQueue(key);
  showToast(offlineWords[locale].removed, {
    text: shellWords[locale].undo,
    onPress: () => void putBack(gone),
    testId: "toast-put-back",
  });
}
