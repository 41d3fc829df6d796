import type * as Api from "@grammyjs/types";
import type { Entity } from "../bot-api/text/entity.ts";
import type { InlineKeyboardMarkup, ReplyKeyboard } from "../bot-api/markup/markup.ts";

export type { BotCommand, MenuButton, Poll, User } from "@grammyjs/types";

export type Chat = Exclude<Api.Chat, Api.Chat.ChannelChat>;

/** A file stored by the sandbox; its size is always known. */
export type FileRef = Required<Pick<Api.File, "file_id" | "file_unique_id" | "file_size">>;
export type PhotoSize = Api.PhotoSize & FileRef;
export type DocumentRef = Api.Document & FileRef & { file_name: string; mime_type: string };

/** The part of the Bot API's message that the sandbox creates, with its own types of files, entities and buttons. */
export type Message = Pick<
  Api.Message,
  | "message_id"
  | "date"
  | "from"
  | "message_thread_id"
  | "is_topic_message"
  | "edit_date"
  | "media_group_id"
  | "text"
  | "caption"
  | "has_protected_content"
  | "contact"
  | "location"
  | "poll"
  | "sender_chat"
  | "author_signature"
  | "new_chat_members"
  | "left_chat_member"
  | "forum_topic_created"
  | "group_chat_created"
  | "supergroup_chat_created"
  | "migrate_to_chat_id"
  | "migrate_from_chat_id"
> & {
  chat: Chat;
  forward_origin?: Api.MessageOriginUser;
  reply_to_message?: Message;
  link_preview_options?: Record<string, unknown>;
  entities?: Entity[];
  caption_entities?: Entity[];
  photo?: PhotoSize[];
  document?: DocumentRef;
  sticker?: Api.Sticker & FileRef & { emoji: string };
  voice?: Api.Voice & FileRef;
  reply_markup?: InlineKeyboardMarkup;
};

/** A stored message: what the Bot API shows, and what only the user's screen shows. */
export type StoredMessage = {
  message: Message;
  replyKeyboard?: ReplyKeyboard;
  editedAt?: string;
  deleted?: true;
};

export type Group = {
  id: number;
  type: "group" | "supergroup";
  title: string;
  forum: boolean;
  members: number[];
  /** Members who administer the group, its creator among them. */
  admins: number[];
  createdBy: number;
  /** Whether the bot is in the group; one that was removed may neither read nor write there. */
  bot: "member" | "kicked";
  /** Topics of a forum besides the general one. */
  topics: Topic[];
  migratedTo?: number;
};

/** A topic: its thread has the id of the message that created it. */
export type Topic = { id: number; name: string; deleted?: true };

export type PersonState = { started: boolean; blocked: boolean };
