/** The part of the Bot API's objects that this system reads and writes (core.telegram.org/bots/api). */
export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

type Chat = {
  id: number;
  type: "private" | "group" | "supergroup" | "channel";
  title?: string;
  username?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: boolean;
};

type PhotoSize = {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size?: number;
};

type Document = {
  file_id: string;
  file_unique_id: string;
  file_name?: string;
  mime_type?: string;
  file_size?: number;
};

type Contact = { phone_number: string; first_name: string; last_name?: string; user_id?: number };

type MessageEntity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: User;
  language?: string;
};

export type Message = {
  message_id: number;
  message_thread_id?: number;
  from?: User;
  chat: Chat;
  /** Unix seconds. */
  date: number;
  edit_date?: number;
  media_group_id?: string;
  text?: string;
  entities?: MessageEntity[];
  caption?: string;
  caption_entities?: MessageEntity[];
  photo?: PhotoSize[];
  document?: Document;
  contact?: Contact;
  location?: { latitude: number; longitude: number };
  sticker?: { file_id: string; file_unique_id: string; emoji?: string };
  voice?: { file_id: string; file_unique_id: string; duration: number };
  poll?: { id: string; question: string };
  forward_origin?: { type: string; date: number };
  reply_to_message?: Message;
  reply_markup?: InlineKeyboardMarkup;
  new_chat_members?: User[];
  left_chat_member?: User;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
};

export type CallbackQuery = {
  id: string;
  from: User;
  chat_instance: string;
  message?: Message;
  data?: string;
};

type ChatMemberUpdated = {
  chat: Chat;
  from: User;
  date: number;
  old_chat_member: { status: string; user: User };
  new_chat_member: { status: string; user: User };
};

export type Update = {
  update_id: number;
  message?: Message;
  edited_message?: Message;
  callback_query?: CallbackQuery;
  my_chat_member?: ChatMemberUpdated;
};

export type InlineKeyboardButton =
  | { text: string; callback_data: string }
  | { text: string; web_app: { url: string } }
  | { text: string; url: string };

export type InlineKeyboardMarkup = { inline_keyboard: InlineKeyboardButton[][] };

type KeyboardButton = { text: string; request_contact?: boolean };

export type ReplyKeyboardMarkup = {
  keyboard: KeyboardButton[][];
  resize_keyboard?: boolean;
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
};

type ReplyKeyboardRemove = { remove_keyboard: true };

export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

export type BotCommand = { command: string; description: string };

export type TelegramFile = {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
  file_path?: string;
};
