import type { Message } from "@stsphera/telegram";
import type { Turn } from "../../engine/turn.ts";

/** A command as it was written in a group. */
export type GroupCommand = { name: string; argument: string; addressed: boolean };

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i;

/** The command in a message; null for other texts and for commands to another bot. */
export function readGroupCommand(message: Message, botUsername: string): GroupCommand | null {
  const [, name = "", to, argument = ""] = COMMAND.exec(message.text?.trim() ?? "") ?? [];
  if (name === "") return null;
  const isOurs = (username: string | undefined) => username?.toLowerCase() === botUsername.toLowerCase();
  if (to !== undefined && !isOurs(to)) return null;
  const answered = message.reply_to_message?.from;
  const isReply = answered?.is_bot === true && isOurs(answered.username);
  return {
    name: name.toLowerCase(),
    argument: argument.trim(),
    addressed: to !== undefined || isReply,
  };
}

/** True when a text names the bot. */
export const mentions = ({ text = "" }: Message, botUsername: string): boolean =>
  new RegExp(`(?:^|\\s)@${botUsername}(?![\\w])`, "i").test(text);

/** The group of a turn, with the topic in which it happens. */
export type Place = { chatId: string; threadId: number | null; title: string; topic: string | null };

/** Where a message or a press is; null outside of groups. A topic that Telegram does not name has its number. */
export function placeOf(turn: Turn): Place | null {
  const said = turn.message ?? turn.callback?.message;
  if (said === undefined || said.chat.type === "private" || said.chat.type === "channel") return null;
  const inTopic = "is_topic_message" in said && said.is_topic_message === true;
  const threadId = inTopic ? (said.message_thread_id ?? null) : null;
  const title = said.chat.title;
  const place = { chatId: turn.chatId, threadId, title };
  if (threadId === null || !inTopic) return { ...place, topic: null };
  const root = said.reply_to_message;
  const named = root !== undefined && "forum_topic_created" in root ? root.forum_topic_created?.name : null;
  const { linking } = turn.memory();
  const asked = linking?.threadId === threadId ? linking.topic : null;
  return { ...place, topic: named ?? asked ?? `#${threadId}` };
}
