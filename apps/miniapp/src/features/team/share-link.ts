import { host } from "../../shared/telegram/host.ts";

/** Passes a link on: by Telegram's own list of chats, by the phone's, or by a page of Telegram in a browser. */
export async function shareLink(link: string, text: string): Promise<void> {
  const query = new URLSearchParams({ url: link, text }).toString().replaceAll("+", "%20");
  if (host.kind !== "browser") {
    host.post("web_app_open_tg_link", { path_full: `/share/url?${query}` });
    return;
  }
  if (typeof navigator.share !== "function") {
    window.open(`https://t.me/share/url?${query}`, "_blank", "noopener,noreferrer");
    return;
  }
  try {
    await navigator.share({ url: link, text });
  } catch (error) {
    // The person closed the phone's list of ways.
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}
