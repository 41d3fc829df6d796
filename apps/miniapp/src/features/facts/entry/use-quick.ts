import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { withUnit } from "@stsphera/contracts/format";
import { useRef, useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { hapticWarning } from "../../../shared/telegram/haptics.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { createActKey } from "./act-key.ts";
import { lineTarget } from "./target.ts";
import { useSave, type Saved } from "./use-save.ts";

/** One tap a line: the day's plan with the crew of the last time. */
export function useQuick(objectId: number, form: FactForm, line: FactFormLine) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const save = useSave(objectId);
  const keyOf = useRef(createActKey());
  const [busy, setBusy] = useState(false);
  const saving = useRef(false);
  const crew = form.crews.find((known) => known.id === line.suggestedCrewId);
  const workers = line.yesterday?.workers ?? crew?.size;

  async function enter(quantity: string, confirmDuplicate: boolean): Promise<Saved> {
    const body = {
      floorVolumeId: line.floorVolumeId,
      date: form.date,
      shift: form.shift,
      quantity,
      photoIds: [],
      ...(workers === undefined ? {} : { workers }),
      ...(crew === undefined ? {} : { crewId: crew.id }),
      ...(confirmDuplicate ? { confirmDuplicate } : {}),
    };
    return save({ target: lineTarget(line), body, key: keyOf.current(body), photos: [] });
  }

  async function press(quantity: string, confirmDuplicate = false): Promise<void> {
    if (saving.current) return;
    saving.current = true;
    setBusy(true);
    const saved = await enter(quantity, confirmDuplicate).finally(() => {
      saving.current = false;
      setBusy(false);
    });
    if (saved.kind !== "refused") return;
    hapticWarning();
    if (saved.error.code !== "possible_duplicate") {
      showToast(errorSentence(saved.error));
      return;
    }
    const onPress = () => void press(quantity, true);
    const text = words.duplicate(withUnit(quantity, line.workType.unit, locale));
    showToast(text, { text: words.duplicateYes, onPress, testId: "duplicate-yes" });
  }

  return { busy, press };
}
