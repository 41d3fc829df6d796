import { errorSentence } from "../../shared/api/error-sentence.ts";
import { factsWords } from "../../shared/i18n/facts-words.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { showToast } from "../../shared/ui/toast-store.ts";
import { undoDecision } from "./confirm-day-requests.ts";
import { useRefresh } from "./use-refresh.ts";

/** Undoes decisions of the reader one after another; the first refusal is told, and the rest stands. */
export function useUndoDecisions(objectId: number) {
  const words = useWords(factsWords);
  const refresh = useRefresh(objectId);
  return async (factIds: readonly number[]) => {
    try {
      for (const id of factIds) await undoDecision(id);
      showToast(words.decisionUndone(factIds.length));
    } catch (error) {
      showToast(errorSentence(error));
    }
    await refresh();
  };
}
