import type { MyPush } from "@stsphera/contracts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { getMyPush, removeBrowser, tryBrowser } from "../../../shared/push/push-requests.ts";
import { subscribeBrowser, unsubscribeBrowser } from "../../../shared/push/subscribe-browser.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { profileKeys } from "../profile-keys.ts";
import { pushWords } from "./push-words.ts";

/** What the server knows of this browser; a page that shows it waits for it with the rest. */
export const useMyPush = () =>
  useQuery({ queryKey: [...profileKeys.devices, "push"], queryFn: getMyPush, staleTime: 0 });

/** Whether this browser rings, and the presses that change it. The permission is asked for by a press alone. */
export function usePush() {
  const words = useWords(pushWords);
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { data: mine } = useMyPush();

  async function press(work: () => Promise<string>): Promise<void> {
    setBusy(true);
    try {
      showToast(await work());
    } catch (error) {
      showToast(error instanceof DOMException ? words.failed : errorSentence(error));
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: profileKeys.devices });
    }
  }

  async function switchOn({ publicKey, sessionId }: MyPush): Promise<string> {
    if (publicKey === null || sessionId === null) return words.failed;
    if ((await Notification.requestPermission()) !== "granted") return words.notAllowed;
    const registration = await navigator.serviceWorker.register("/sw.js");
    await navigator.serviceWorker.ready;
    await subscribeBrowser(registration, { publicKey, sessionId, again: true });
    return words.switchedOn;
  }

  async function switchOff(sessionId: number): Promise<string> {
    await removeBrowser(sessionId);
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration !== undefined) await unsubscribeBrowser(registration);
    return words.switchedOff;
  }

  return {
    mine,
    busy,
    switchOn: (of: MyPush) => void press(() => switchOn(of)),
    switchOff: (sessionId: number) => void press(() => switchOff(sessionId)),
    tryOut: (sessionId: number) =>
      void press(async () => {
        await tryBrowser(sessionId);
        return words.tried;
      }),
  };
}
