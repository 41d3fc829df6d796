import { loadActor } from "@stsphera/core";
import { shortName } from "@stsphera/contracts/format";
import type { Message } from "@stsphera/telegram";
import type { BotContext } from "./bot-context.ts";
import { commandButton, menuButton } from "./buttons.ts";
import { commandsOf, helped } from "./command.ts";
import type { Turn } from "./turn.ts";

/** Only the owner of a private chat may press its buttons. */
export async function onlyOwnButtons(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  const { turn } = ctx;
  if (turn.chatId === String(turn.from.id)) return next();
  const owner = await loadActor(turn.services.db, { telegramId: turn.chatId }, turn.now);
  turn.toast(
    owner === null
      ? turn.t("error.not_yours_plain")
      : turn.t("error.not_yours", { who: shortName(owner.fullName) }),
  );
}

/** What people send; everything else is a service message (pinned, joined, title changed …), which needs no answer. */
const WRITTEN = [
  "text",
  "photo",
  "document",
  "video",
  "video_note",
  "voice",
  "audio",
  "animation",
  "sticker",
  "contact",
  "location",
  "poll",
  "dice",
  "story",
] as const;

const wasWritten = (message: Message): boolean => WRITTEN.some((kind) => kind in message);

/** Says which commands there are for the user. */
function unknownCommand({ t, services, person }: Turn): string {
  const mine = helped(commandsOf(services.registered.commands, person()));
  return t("command.unknown", { commands: mine.map(({ name }) => `/${name}`).join(", ") });
}

/** Answers an update that no feature handled. */
export function lastResort(ctx: BotContext): void {
  const { turn } = ctx;
  const { t } = turn;
  if (turn.callback !== undefined) {
    turn.toast(t("error.stale_dialog"));
    turn.showButtons([[commandButton(t("button.again"), "menu")]]);
    return;
  }
  if (turn.message === undefined || !wasWritten(turn.message)) return;
  const isCommand = turn.message.text?.startsWith("/") === true;
  turn.say({ text: isCommand ? unknownCommand(turn) : t("idle"), buttons: [[menuButton(t)]] });
}
