import { onPhone } from "../storage.ts";
import { sendBrowser } from "./push-requests.ts";

/** The subscription that the server knows. */
const KNOWN = "push-endpoint";

const keyOf = (subscription: PushSubscription): string => {
  const bytes = new Uint8Array(subscription.options.applicationServerKey ?? new ArrayBuffer());
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
};

/** Subscribes this browser at its push service by the key of the server, and tells the server unless it knows. */
export async function subscribeBrowser(
  registration: ServiceWorkerRegistration,
  { publicKey, sessionId, again }: { publicKey: string; sessionId: number; again: boolean },
): Promise<void> {
  const held = await registration.pushManager.getSubscription();
  const isOurs = held !== null && keyOf(held) === publicKey;
  if (held !== null && !isOurs) await held.unsubscribe();
  const subscription = isOurs
    ? held
    : await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  if (!again && onPhone.getItem(KNOWN) === subscription.endpoint) return;
  await sendBrowser(sessionId, subscription);
  onPhone.setItem(KNOWN, subscription.endpoint);
}

export async function unsubscribeBrowser(registration: ServiceWorkerRegistration): Promise<void> {
  onPhone.removeItem(KNOWN);
  await (await registration.pushManager.getSubscription())?.unsubscribe();
}
