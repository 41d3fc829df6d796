import { get } from "../api/request.ts";
import { landingOf } from "../deep-link.ts";
import { goTo } from "../navigation.ts";
import { getMyPush } from "./push-requests.ts";
import { settledTags } from "./settled-tags.ts";
import { subscribeBrowser } from "./subscribe-browser.ts";

type Asked = { kind?: unknown; url?: unknown } | null;

/** Where the address of a push leads in the app. */
function pathOf(url: string): string {
  const { pathname, search, searchParams } = new URL(url, window.location.origin);
  return landingOf(searchParams.get("startapp") ?? "")?.stack.at(-1) ?? pathname + search;
}

/** Closes what is shown on the screen of the phone and was read here or elsewhere. */
async function closeSettled(registration: ServiceWorkerRegistration): Promise<void> {
  const shown = await registration.getNotifications();
  if (shown.length === 0) return;
  const { items, nextCursor } = await get("/api/notifications?unread=true", (c) => c.notificationPage);
  const settled = settledTags(
    shown.map(({ tag }) => tag),
    items.map(({ id }) => id),
    nextCursor === null,
  );
  for (const one of shown) if (settled.includes(one.tag)) one.close();
}

/** A push service may have given this browser another address, or the server another key. */
async function renew(registration: ServiceWorkerRegistration): Promise<void> {
  const { publicKey, sessionId, rings } = await getMyPush();
  if (publicKey === null || sessionId === null || !rings) return;
  await subscribeBrowser(registration, { publicKey, sessionId, again: false });
}

/** Opens what is pressed, closes what is settled, and keeps the browser known to the server. */
export async function followPushes(registration: ServiceWorkerRegistration): Promise<void> {
  navigator.serviceWorker.addEventListener("message", ({ data, ports }: MessageEvent<Asked>) => {
    if (data?.kind !== "open" || typeof data.url !== "string") return;
    ports[0]?.postMessage("opened");
    goTo(pathOf(data.url));
  });
  const close = () => void closeSettled(registration).catch(reportError);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") close();
  });
  close();
  await renew(registration);
}
