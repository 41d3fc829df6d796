import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { isCancelled } from "../../../shared/passkey-support.ts";
import { signInWords } from "../sign-in-words.ts";

/** One attempt to sign in: under way, refused and why, or done: then the app opens anew for its person. */
export function useEntering(enter: () => Promise<void>) {
  const words = useWords(signInWords);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  async function press(): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      await enter();
      // What is kept on this phone belongs to its person: the app starts again under the right name.
      window.location.replace("/");
    } catch (error) {
      setRefusal(isCancelled(error) ? words.cancelled : errorSentence(error));
      setBusy(false);
    }
  }
  return { busy, refusal, press: () => void press() };
}
