import type { Locale } from "@stsphera/contracts";
import { can, canSomewhere, type UserActor } from "@stsphera/rbac";
import type { BotCommand } from "@stsphera/telegram";
import { type BotKey, botTranslator } from "../locales/i18n.ts";
import type { BotContext } from "./bot-context.ts";
import type { Turn } from "./turn.ts";

export const COMMANDS = [
  "menu",
  "fact",
  "photo",
  "tasks",
  "newtask",
  "objects",
  "newobject",
  "dashboard",
  "notifications",
  "viewas",
  "admin",
  "help",
  "cancel",
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** Commands that work for a person, in the order of the list. */
export function commandsOf(actor: UserActor): CommandName[] {
  const entersFacts = canSomewhere(actor, "fact.enter");
  const member = Object.keys(actor.objectRoles).length > 0;
  const works: Partial<Record<CommandName, boolean>> = {
    fact: entersFacts,
    photo: entersFacts,
    tasks: canSomewhere(actor, "task.view"),
    newtask: canSomewhere(actor, "task.create"),
    newobject: can(actor, "object.create"),
    dashboard: can(actor, "object.view") || member,
    viewas: can(actor, "view_as"),
    admin: can(actor, "users.manage"),
  };
  return COMMANDS.filter((name) => works[name] !== false);
}

const described = (names: readonly string[], locale: Locale): BotCommand[] =>
  names.map((command) => ({ command, description: botTranslator(locale)(`command.${command}` as BotKey) }));

/** What a person's own list of commands is set to. */
export function commandListParams(actor: UserActor): { commands: BotCommand[]; scope: object } {
  return {
    commands: described(commandsOf(actor), actor.locale),
    scope: { type: "chat", chat_id: Number(actor.telegramId) },
  };
}

/** The list for people the bot does not know yet, by language; without a language it is Russian. */
export function newcomersCommands(): Record<string, unknown>[] {
  const names = ["start", "help"];
  return [
    { commands: described(names, "ru"), scope: { type: "all_private_chats" } },
    { commands: described(names, "en"), scope: { type: "all_private_chats" }, language_code: "en" },
  ];
}

/** Sets the list of commands and the menu button of a person's chat. */
export function setCommandList(turn: Turn, actor: UserActor): void {
  const { services } = turn;
  turn.call("setMyCommands", commandListParams(actor), actor.telegramId);
  const text = botTranslator(actor.locale)("menu_button.open");
  const menuButton = services.webApps
    ? { type: "web_app", text, web_app: { url: services.publicUrl } }
    : { type: "commands" };
  turn.call(
    "setChatMenuButton",
    { chat_id: Number(actor.telegramId), menu_button: menuButton },
    actor.telegramId,
  );
}

/** Keeps the list as the person's role and language are now, whoever changed them and where. */
export function keepCommandList(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const { turn } = ctx;
  // An admin who looks as somebody else keeps his own list.
  const actor = turn.self ?? turn.person();
  const fingerprint = [actor.locale, ...commandsOf(actor)].join(" ");
  const asked = turn.message?.text?.startsWith("/start") === true;
  if (asked || turn.memory().commandsFor !== fingerprint) {
    setCommandList(turn, actor);
    turn.remember({ commandsFor: fingerprint });
  }
  return next();
}
