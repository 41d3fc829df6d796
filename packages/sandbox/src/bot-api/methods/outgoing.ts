import type { Chat, Message } from "../../world/model.ts";
import type { World } from "../../world/world.ts";
import { badRequest } from "../errors.ts";
import { knownFields, type Input } from "../input.ts";
import type { FormattedText } from "../text/entity.ts";
import { readReplyMarkup } from "../markup/reply-markup.ts";
import { chatForWriting } from "./chat-access.ts";

const replyFields = [
  "message_id",
  "chat_id",
  "allow_sending_without_reply",
  "quote",
  "quote_parse_mode",
  "quote_entities",
  "quote_position",
  "checklist_task_id",
];

type Content = Omit<Message, "message_id" | "date" | "chat" | "from">;

/** A message to be sent: its chat, its options and a function that posts contents. */
export function outgoing(world: World, input: Input): { chat: Chat; post(content: Content): Message } {
  const chat = chatForWriting(world, input);
  const { inline, keyboard } = readReplyMarkup(input, chat);
  const reply = repliedMessage(world, input, chat);
  const thread = messageThread(world, input, chat);
  const post = (content: Content) =>
    world.messages.add(
      {
        from: world.bot,
        chat,
        date: world.unixNow(),
        ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true as const }),
        ...(reply ? { reply_to_message: reply } : {}),
        ...(input.flag("protect_content") ? { has_protected_content: true as const } : {}),
        ...content,
        ...(inline ? { reply_markup: inline } : {}),
      },
      keyboard ? { replyKeyboard: keyboard } : {},
    );
  return { chat, post };
}

export function captionFields(
  caption: FormattedText | undefined,
): Pick<Message, "caption" | "caption_entities"> {
  if (!caption) return {};
  return {
    caption: caption.text,
    ...(caption.entities.length > 0 ? { caption_entities: caption.entities } : {}),
  };
}

export function textFields(text: FormattedText): Pick<Message, "text" | "entities"> {
  return { text: text.text, ...(text.entities.length > 0 ? { entities: text.entities } : {}) };
}

/** A message without the one it replies to, because Telegram nests one level only. */
export function shallow({ reply_to_message: _nested, ...message }: Message): Message {
  return message;
}

function repliedMessage(world: World, input: Input, chat: Chat): Message | undefined {
  const reply = input.json("reply_parameters");
  if (reply === undefined) return undefined;
  const { message_id: id, allow_sending_without_reply: optional } = knownFields(
    reply,
    replyFields,
    "reply_parameters",
  );
  const stored = typeof id === "number" ? world.messages.get(chat.id, id) : undefined;
  if (stored && !stored.deleted) return shallow(stored.message);
  if (optional === true) return undefined;
  throw badRequest("message to be replied not found");
}

function messageThread(world: World, input: Input, chat: Chat): number | undefined {
  const thread = input.integer("message_thread_id");
  if (thread === undefined) return undefined;
  const topic = world.groups.get(chat.id)?.topics.find(({ id }) => id === thread);
  if (!chat.is_forum || topic === undefined || topic.deleted) throw badRequest("message thread not found");
  return thread;
}
