import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { isCancelled } from "../../../shared/passkey-support.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { profileKeys } from "../profile-keys.ts";
import { deviceWords } from "./device-words.ts";

/** A press that changes the ways in: says what came of it and reads the lists anew. */
export function usePressed() {
  const words = useWords(deviceWords);
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function press(work: () => Promise<unknown>, done?: string): Promise<void> {
    setBusy(true);
    try {
      await work();
      hapticSuccess();
      if (done !== undefined) showToast(done);
    } catch (error) {
      showToast(isCancelled(error) ? words.cancelled : errorSentence(error));
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: profileKeys.devices });
    }
  }
  return { busy, press: (work: () => Promise<unknown>, done?: string) => void press(work, done) };
}
