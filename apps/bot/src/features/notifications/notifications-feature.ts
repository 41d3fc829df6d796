import { listNotifications } from "@stsphera/core";
import type { Notification, NotificationPage } from "@stsphera/contracts";
import { cutText } from "@stsphera/contracts/format";
import {
  card,
  html,
  type HtmlValue,
  joinHtml,
  miniAppUrl,
  parseDeepLink,
  type RenderedMessage,
} from "@stsphera/telegram";
import { appButton, menuButton } from "../../engine/buttons.ts";
import type { Feature } from "../../engine/feature.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import { onSettings, settingsButton, unpackSettings } from "./positions.ts";
import { onLater, unpackLater } from "./later.ts";
import { numberOf } from "../../engine/list-card.ts";
import type { Turn } from "../../engine/turn.ts";
import { type Waiting, waitingButton, waitingNumber, waitingText, whatWaits } from "../../engine/waiting.ts";

const SHOWN = 7;

const ROW = 90;

const firstLineOf = ({ text }: Notification): string | null =>
  text.split("\n").find((line) => line.trim() !== "") ?? null;

/** A notification in the list: its title, and the first line of what it says. */
function rowOf(item: Notification): HtmlValue {
  const first = firstLineOf(item);
  return joinHtml([html`<b>${item.title}</b>`, first === null ? null : cutText(first.trim(), ROW)]);
}

/** Of several with one title, a button says the first line of each. */
function captionOf(item: Notification, shown: readonly Notification[]): string {
  const alike = shown.filter(({ title }) => title === item.title).length > 1;
  return (alike ? firstLineOf(item) : null) ?? item.title;
}

/** What waits for the user's decision, as the menus count it, and unread notifications with a button into the app. */
function unreadCard(turn: Turn, page: NotificationPage, waiting: Waiting): RenderedMessage {
  const { t, services } = turn;
  const shown = page.items.slice(0, SHOWN);
  const waits = waitingText(turn, waiting);
  if (shown.length === 0 && waits === null) {
    return {
      text: card(t("notifications.empty.title"), [t("notifications.empty.text")]),
      buttons: [[settingsButton(turn)], [menuButton(t)]],
    };
  }
  const news = t("notifications.news", { number: numberOf(page) });
  const hidden = page.items.length - shown.length;
  return {
    text: card(waits === null ? `🔔 ${news}` : t("approvals.title", { number: waitingNumber(waiting) }), [
      waits,
      waits === null || shown.length === 0 ? null : html`<b>${news}</b>`,
      ...shown.map(rowOf),
      hidden > 0 ? t("notifications.more", { count: hidden }) : null,
    ]),
    buttons: [
      waitingButton(turn, waiting),
      ...shown.map((item) => {
        const link = parseDeepLink(item.deepLink);
        return link === null
          ? []
          : appButton(captionOf(item, shown), miniAppUrl(services.publicUrl, link), services);
      }),
      [settingsButton(turn)],
      [menuButton(t)],
    ],
  };
}

async function notifications(turn: Turn): Promise<void> {
  const waiting = await whatWaits(turn);
  const page = await listNotifications.run(turn.context(), { unread: "true", limit: 50 });
  turn.show(unreadCard(turn, page, waiting));
}

/** /notifications, and what reminders can be answered with. */
export const notificationsFeature: Feature = {
  commands: [{ name: "notifications", place: 90, answer: notifications }],
  buttons: [onButtons(unpackLater, onLater), onButtons(unpackSettings, onSettings)],
};
