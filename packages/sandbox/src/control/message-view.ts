import type { Entity } from "../bot-api/text/entity.ts";
import type { InlineButton, ReplyKeyboard } from "../bot-api/markup/markup.ts";
import type { Message, StoredMessage } from "../world/model.ts";

export type ButtonView = {
  text: string;
  callbackData?: string;
  webApp?: string;
  url?: string;
  copyText?: string;
};

/** A message in the control API. */
export type MessageView = {
  messageId: number;
  chatId: number;
  /** Id of the sender. */
  from: number | null;
  /** Written by an administrator in the name of the group. */
  anonymous?: true;
  date: string;
  text: string | null;
  /** Formatting of the text or of the caption. */
  entities: Entity[];
  caption: string | null;
  /** The largest size of the message's photo. */
  photos: string[];
  document?: { fileId: string; name: string; mimeType: string; size: number };
  sticker?: { fileId: string; emoji: string };
  voice?: { fileId: string; duration: number };
  contact?: { phoneNumber: string; firstName: string; lastName?: string; userId?: number };
  location?: { latitude: number; longitude: number };
  poll?: { question: string; options: string[] };
  service?: string;
  mediaGroupId?: string;
  threadId?: number;
  forwardedFrom?: string;
  inlineKeyboard: ButtonView[][];
  replyKeyboard?: ReplyKeyboard;
  replyTo?: number;
  editedAt?: string;
  deleted?: true;
};

export function messageView({ message, replyKeyboard, editedAt, deleted }: StoredMessage): MessageView {
  const largest = message.photo?.at(-1);
  return {
    messageId: message.message_id,
    chatId: message.chat.id,
    from: message.from?.id ?? null,
    date: new Date(message.date * 1000).toISOString(),
    text: message.text ?? null,
    entities: message.entities ?? message.caption_entities ?? [],
    caption: message.caption ?? null,
    photos: largest ? [largest.file_id] : [],
    ...attachments(message),
    ...defined({
      anonymous: message.sender_chat === undefined ? undefined : (true as const),
      service: serviceText(message),
      mediaGroupId: message.media_group_id,
      threadId: message.message_thread_id,
      forwardedFrom: forwardedFrom(message),
    }),
    inlineKeyboard: message.reply_markup?.inline_keyboard.map((row) => row.map(buttonView)) ?? [],
    ...defined({ replyKeyboard, replyTo: message.reply_to_message?.message_id, editedAt, deleted }),
  };
}

function buttonView(button: InlineButton): ButtonView {
  return {
    text: button.text,
    ...defined({
      callbackData: button.callback_data,
      webApp: button.web_app?.url,
      url: button.url,
      copyText: button.copy_text?.text,
    }),
  };
}

function attachments({ document, sticker, voice, contact, location, poll }: Message) {
  return defined({
    document: document && {
      fileId: document.file_id,
      name: document.file_name,
      mimeType: document.mime_type,
      size: document.file_size,
    },
    sticker: sticker && { fileId: sticker.file_id, emoji: sticker.emoji },
    voice: voice && { fileId: voice.file_id, duration: voice.duration },
    contact: contact && {
      phoneNumber: contact.phone_number,
      firstName: contact.first_name,
      ...defined({ lastName: contact.last_name, userId: contact.user_id }),
    },
    location,
    poll: poll && { question: poll.question, options: poll.options.map((option) => option.text) },
  });
}

function serviceText(message: Message): string | undefined {
  if (message.group_chat_created || message.supergroup_chat_created) return "Группа создана";
  if (message.new_chat_members) {
    return `В группе: ${message.new_chat_members.map((user) => [user.first_name, user.last_name].filter(Boolean).join(" ")).join(", ")}`;
  }
  if (message.left_chat_member) return `Из группы удалён ${message.left_chat_member.first_name}`;
  if (message.forum_topic_created) return `Тема «${message.forum_topic_created.name}»`;
  if (message.migrate_to_chat_id !== undefined) return "Группа стала супергруппой";
  return message.migrate_from_chat_id === undefined ? undefined : "Супергруппа создана из группы";
}

function forwardedFrom({ forward_origin: origin }: Message): string | undefined {
  return origin && [origin.sender_user.first_name, origin.sender_user.last_name].filter(Boolean).join(" ");
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
