/** The objects of the Bot API (core.telegram.org/bots/api) used by this system, by grammY's types. */
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

/** A file stored by Telegram; not the browser's `File`. */
export type TelegramFile = File;

/** Keyboards used below our messages. */
export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;
