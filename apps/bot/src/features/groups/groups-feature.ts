import { readCode } from "@stsphera/contracts/chats/code";
import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import type { Turn } from "../../engine/turn.ts";
import { isAnonymousAdmin } from "../../ingest/load-turn.ts";
import { mentions, type Place, placeOf, readGroupCommand } from "./group-message.ts";
import { askLink, brief, findAt, linkByCode, pressLink, unpackLink } from "./link-chat.ts";
import { chatInfo, unlink } from "./unlink-chat.ts";

/** Points to the private chat, where everything personal is done. */
function pointToPrivate({ services, t, say }: Turn): void {
  const url = `https://t.me/${services.botUsername}`;
  say({ text: t("command.private_only"), buttons: [[{ kind: "url", text: t("command.open_bot"), url }]] });
}

async function onMessage(ctx: BotContext, place: Place): Promise<void> {
  const { turn } = ctx;
  const { message, services } = turn;
  if (message === undefined) return;
  const command = readGroupCommand(message, services.botUsername);
  if (command === null) {
    if (mentions(message, services.botUsername)) pointToPrivate(turn);
    return;
  }
  const { name, argument, addressed } = command;
  const anonymous = isAnonymousAdmin(turn.update);
  if (name === "link") return askLink(ctx, place, argument, anonymous);
  if (name === "unlink") return unlink(turn, place, anonymous);
  if (name === "chatinfo") return chatInfo(turn, place);
  if (!addressed) return;
  // «Add to a group» of a link with a code sends it as the argument of /start.
  const code = name === "start" ? readCode(argument) : null;
  if (code !== null) return linkByCode(turn, place, code);
  pointToPrivate(turn);
}

async function onPress(ctx: BotContext): Promise<void> {
  const { turn } = ctx;
  const objectId = unpackLink(turn.callback?.data ?? "");
  if (objectId !== null) return pressLink(ctx, objectId);
  turn.toast(turn.t("error.not_yours_plain"));
}

/** The bot is in a group again that had a link when it was removed: what is said of it begins anew by /link alone. */
async function onMember({ turn }: BotContext): Promise<void> {
  const change = turn.update.my_chat_member;
  if (change === undefined || change.chat.type === "private") return;
  const isIn = (status: string) => status !== "left" && status !== "kicked";
  if (isIn(change.old_chat_member.status) || !isIn(change.new_chat_member.status)) return;
  const { wasLost } = await findAt(turn, { chatId: turn.chatId, threadId: null });
  if (wasLost) turn.say(brief(turn.t("chat.back"), [turn.t("chat.none_next")]));
}

/**
 * Groups: linking a chat to an object, and a word on commands that are for the private chat. What is not addressed to the
 * bot is ignored, and no dialogue begins here.
 */
export const groupsFeature: Feature = {
  handlers() {
    const composer = new Composer<BotContext>();
    composer.on("my_chat_member", onMember);
    composer.use(async (ctx, next) => {
      const { turn } = ctx;
      const chat = turn.message?.chat ?? turn.callback?.message?.chat;
      if (chat === undefined || chat.type === "private") return next();
      const place = placeOf(turn);
      if (turn.callback !== undefined) await onPress(ctx);
      else if (place !== null) await onMessage(ctx, place);
    });
    return composer;
  },
};
