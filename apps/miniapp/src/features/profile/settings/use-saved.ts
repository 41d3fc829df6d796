import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { settingsWords } from "./settings-words.ts";

/** Says that a change is saved, with the way back beside it; a failed one is told and taken back on the screen. */
export function useSaved() {
  const words = useWords(settingsWords);
  const told = (undo: () => void) =>
    showToast(words.saved, { text: words.undo, onPress: undo, testId: "toast-undo" });
  return { told, failed: (error: unknown) => showToast(errorSentence(error)) };
}
