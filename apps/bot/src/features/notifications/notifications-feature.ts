import { listNotifications } from "@stsphera/core";
import type { NotificationPage } from "@stsphera/contracts";
import { card, html, joinHtml, miniAppUrl, parseDeepLink, type RenderedMessage } from "@stsphera/telegram";
import { appButton, menuButton } from "../../engine/buttons.ts";
import type { Feature } from "../../engine/feature.ts";
import type { Turn } from "../../engine/turn.ts";

const SHOWN = 7;

/** Unread notifications, each with a button into the app. */
export function unreadCard(turn: Turn, page: NotificationPage): RenderedMessage {
  const { t, services } = turn;
  const shown = page.items.slice(0, SHOWN);
  if (shown.length === 0) {
    return {
      text: card(t("notifications.empty.title"), [t("notifications.empty.text")]),
      buttons: [[menuButton(t)]],
    };
  }
  const hidden = page.items.length - shown.length;
  return {
    text: card(t("notifications.title", { count: page.items.length }), [
      ...shown.map((item) => joinHtml([html`<b>${item.title}</b>`, item.text])),
      hidden > 0 ? t("notifications.more", { count: hidden }) : null,
    ]),
    buttons: [
      ...shown.map((item) => {
        const link = parseDeepLink(item.deepLink);
        return link === null ? [] : appButton(item.title, miniAppUrl(services.publicUrl, link), services);
      }),
      [menuButton(t)],
    ],
  };
}

async function notifications(turn: Turn): Promise<void> {
  turn.show(unreadCard(turn, await listNotifications.run(turn.context(), { unread: "true", limit: 50 })));
}

/** /notifications. */
export const notificationsFeature: Feature = {
  commands: [{ name: "notifications", place: 90, answer: notifications }],
};
