import { useRef } from "react";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { undoFact } from "../api/undo-fact.ts";
import { useRefresh } from "../../../kit/facts/use-refresh.ts";

const lowerFirst = (text: string, locale: string) =>
  text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1);

/** Takes an entry back and says so; a refusal is told in the server's words. */
export function useUndo(objectId: number) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const refresh = useRefresh(objectId);
  const under = useRef(new Set<number>());
  return async (factId: number, what: string) => {
    if (under.current.has(factId)) return;
    under.current.add(factId);
    try {
      await undoFact(factId);
      hapticSuccess();
      showToast(words.undone(lowerFirst(what, locale)));
    } catch (error) {
      showToast(errorSentence(error));
    }
    await refresh().finally(() => under.current.delete(factId));
  };
}
