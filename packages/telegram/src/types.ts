/** The objects of the Bot API (core.telegram.org/bots/api) that this system reads and writes, as grammY's types describe them. */
import type { File, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from "@grammyjs/types";

export type {
  BotCommand,
  CallbackQuery,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  Message,
  ReplyKeyboardMarkup,
  Update,
  User,
} from "@grammyjs/types";

/** A file that lies with Telegram; not to be mistaken for the browser's `File`. */
export type TelegramFile = File;

/** What may stand below a message of ours. */
export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;
