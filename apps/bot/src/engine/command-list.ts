import type { Locale } from "@stsphera/contracts";
import type { UserActor } from "@stsphera/rbac";
import type { BotCommand } from "@stsphera/telegram";
import { botTranslator } from "../locales/i18n.ts";
import { appButton } from "../menu-buttons.ts";
import type { BotContext } from "./bot-context.ts";
import { type Command, commandsOf } from "./command.ts";
import type { Turn } from "./turn.ts";

const described = (names: readonly Command["name"][], locale: Locale): BotCommand[] =>
  names.map((command) => ({ command, description: botTranslator(locale)(`command.${command}`) }));

const namesFor = ({ services }: Turn, actor: UserActor): Command["name"][] =>
  commandsOf(services.registered.commands, actor).map(({ name }) => name);

/** Command list for users without an account, by language; Telegram's default list is Russian. */
export function newcomersCommands(): Record<string, unknown>[] {
  const names = ["start", "help"] as const;
  return [
    { commands: described(names, "ru"), scope: { type: "all_private_chats" } },
    { commands: described(names, "en"), scope: { type: "all_private_chats" }, language_code: "en" },
  ];
}

/** Command list in groups, by language. */
export function groupCommands(): Record<string, unknown>[] {
  const names = ["link", "unlink", "chatinfo"] as const;
  const commands = (locale: Locale) =>
    names.map((command) => ({ command, description: botTranslator(locale)(`command.${command}`) }));
  return [
    { commands: commands("ru"), scope: { type: "all_group_chats" } },
    { commands: commands("en"), scope: { type: "all_group_chats" }, language_code: "en" },
  ];
}

/** Sets the command list and the menu button of a user's chat. */
export function setCommandList(turn: Turn, actor: UserActor): void {
  const { services } = turn;
  const chat = { type: "chat", chat_id: Number(actor.telegramId) };
  const commands = described(namesFor(turn, actor), actor.locale);
  turn.call("setMyCommands", { commands, scope: chat }, actor.telegramId);
  const menuButton = services.webApps ? appButton(actor.locale, services.publicUrl) : { type: "commands" };
  turn.call(
    "setChatMenuButton",
    { chat_id: Number(actor.telegramId), menu_button: menuButton },
    actor.telegramId,
  );
}

/** Updates the commands and the button when the user's role or language has changed, wherever, or the app's address. */
export function syncCommandList(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const { turn } = ctx;
  // An admin viewing as another role keeps their own list.
  const actor = turn.self ?? turn.person();
  const fingerprint = [actor.locale, turn.services.publicUrl, ...namesFor(turn, actor)].join(" ");
  const asked = turn.message?.text?.startsWith("/start") === true;
  if (asked || turn.memory().commandsFor !== fingerprint) {
    setCommandList(turn, actor);
    turn.remember({ commandsFor: fingerprint });
  }
  return next();
}
