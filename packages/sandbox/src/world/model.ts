import type { Entity } from "../bot-api/text/entity.ts";
import type { InlineKeyboardMarkup, ReplyKeyboard } from "../bot-api/markup/markup.ts";

export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type Chat = {
  id: number;
  type: "private" | "group" | "supergroup";
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
  is_forum?: true;
};

export type FileRef = { file_id: string; file_unique_id: string; file_size: number };
export type PhotoSize = FileRef & { width: number; height: number };
export type DocumentRef = FileRef & { file_name: string; mime_type: string };

/** A message in the wire format of the Bot API. */
export type Message = {
  message_id: number;
  date: number;
  chat: Chat;
  from?: User;
  message_thread_id?: number;
  is_topic_message?: true;
  forward_origin?: { type: "user"; sender_user: User; date: number };
  reply_to_message?: Message;
  edit_date?: number;
  media_group_id?: string;
  text?: string;
  entities?: Entity[];
  link_preview_options?: Record<string, unknown>;
  caption?: string;
  caption_entities?: Entity[];
  has_protected_content?: true;
  photo?: PhotoSize[];
  document?: DocumentRef;
  sticker?: FileRef & {
    type: "regular";
    width: number;
    height: number;
    is_animated: false;
    is_video: false;
    emoji: string;
  };
  voice?: FileRef & { duration: number; mime_type: string };
  contact?: { phone_number: string; first_name: string; last_name?: string; user_id?: number };
  location?: { latitude: number; longitude: number };
  poll?: Poll;
  new_chat_members?: User[];
  group_chat_created?: true;
  supergroup_chat_created?: true;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  reply_markup?: InlineKeyboardMarkup;
};

export type Poll = {
  id: string;
  question: string;
  options: { text: string; voter_count: number }[];
  total_voter_count: number;
  is_closed: boolean;
  is_anonymous: boolean;
  type: "regular";
  allows_multiple_answers: boolean;
};

/** A message as it is kept: what the Bot API shows and what only the person's screen shows. */
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
  createdBy: number;
  migratedTo?: number;
};

export type PersonState = { started: boolean; blocked: boolean };

export type BotCommand = { command: string; description: string };

export type MenuButton =
  | { type: "default" | "commands" }
  | { type: "web_app"; text: string; web_app: { url: string } };
