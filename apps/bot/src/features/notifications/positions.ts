import { DomainError, getNotificationSettings, saveNotificationSettings } from "@stsphera/core";
import type { NotificationSettings } from "@stsphera/contracts";
import { NOTIFICATION_CATEGORIES, type NotificationCategory } from "@stsphera/contracts/vocabulary";
import { type Button, card, type RenderedMessage } from "@stsphera/telegram";
import { menuButton, press } from "../../engine/buttons.ts";
import type { Turn } from "../../engine/turn.ts";

type Position = "now" | "digest" | "off";
export type SettingsPress = { category: NotificationCategory | null };

const DATA = /^ns:([a-z]{1,24})$/;
const OPEN = "open";
const NEXT: Readonly<Record<Position, Position>> = { now: "digest", digest: "off", off: "now" };

const pack = (what: string): string => `ns:${what}`;

/** Parses buttons of the notification settings: opening them, or the next position of a category; null for other data. */
export function unpackSettings(data: string): SettingsPress | null {
  const name = DATA.exec(data)?.[1];
  if (name === OPEN) return { category: null };
  const category = NOTIFICATION_CATEGORIES.find((one) => one === name);
  return category === undefined ? null : { category };
}

export const settingsButton = ({ t }: Turn): Button => press(t("notifications.settings"), pack(OPEN));

function positionOf({ muted, inDigest }: NotificationSettings, category: NotificationCategory): Position {
  if (muted.includes(category)) return "off";
  return inDigest.includes(category) ? "digest" : "now";
}

function settingsCard({ t }: Turn, settings: NotificationSettings): RenderedMessage {
  const rows = NOTIFICATION_CATEGORIES.map((category) => {
    const position = t(`notifications.position.${positionOf(settings, category)}`);
    return [press(`${t(`notifications.category.${category}`)} · ${position}`, pack(category))];
  });
  return {
    text: card(t("notifications.settings.title"), [
      t("notifications.settings.text"),
      t("notifications.settings.urgent"),
    ]),
    buttons: [...rows, [menuButton(t)]],
  };
}

function moved(settings: NotificationSettings, category: NotificationCategory): NotificationSettings {
  const next = NEXT[positionOf(settings, category)];
  const without = (list: readonly NotificationCategory[]) => list.filter((one) => one !== category);
  const [muted, inDigest] = [without(settings.muted), without(settings.inDigest)];
  return {
    ...settings,
    muted: next === "off" ? [...muted, category] : muted,
    inDigest: next === "digest" ? [...inDigest, category] : inDigest,
  };
}

/** Shows the categories with their positions; a press moves one on, and the card is edited. */
export async function onSettings(turn: Turn, { category }: SettingsPress): Promise<void> {
  const settings = await getNotificationSettings.run(turn.context(), {});
  if (category === null) return turn.show(settingsCard(turn, settings));
  try {
    const saved = await saveNotificationSettings.run(turn.context(), moved(settings, category));
    turn.show(settingsCard(turn, saved));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "version_conflict") throw error;
    turn.show(settingsCard(turn, await getNotificationSettings.run(turn.context(), {})));
  }
}
