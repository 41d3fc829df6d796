import type { BotTranslator } from "../locales/i18n.ts";
import { type Button, fitCaption, packCommand } from "@stsphera/telegram";
import type { Services } from "./services.ts";

const LONE = 36;

/** A button that sends the given callback data. */
export const press = (text: string, data: string, limit = LONE): Button => ({
  kind: "callback",
  text: fitCaption(text, limit),
  data,
});

/** A button that runs a command. */
export const commandButton = (text: string, command: string): Button => press(text, packCommand(command));

export const menuButton = (t: BotTranslator): Button => commandButton(t("button.menu"), "menu");

/** A button that opens the Mini App; empty where Telegram would refuse the address. */
export function appButton(text: string, url: string, services: Services): Button[] {
  return services.webApps ? [{ kind: "webApp", text: fitCaption(text, LONE), url }] : [];
}

/** Splits buttons into rows of `width`. */
export function rows(buttons: readonly Button[], width: number): Button[][] {
  const found: Button[][] = [];
  for (let at = 0; at < buttons.length; at += width) found.push(buttons.slice(at, at + width));
  return found;
}
