import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { currentLocale } from "../../../shared/i18n/locale.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { settingsWords } from "./settings-words.ts";

/** Says that a change is saved, with the way back beside it, in the language that may just have been chosen. */
export function tellSaved(undo: () => void): void {
  const words = settingsWords[currentLocale()];
  showToast(words.saved, { text: words.undo, onPress: undo, testId: "toast-undo" });
}

export const tellFailed = (error: unknown): void => void showToast(errorSentence(error));
