import { badRequest } from "../errors.ts";
import { knownFields, type Input } from "../input.ts";
import type { Chat } from "../../world/model.ts";
import { readInlineKeyboard } from "./inline-keyboard.ts";
import type { InlineKeyboardMarkup, ReplyButton, ReplyKeyboard } from "./markup.ts";
import { checkWebAppUrl } from "./urls.ts";

const keyboardFields = [
  "keyboard",
  "is_persistent",
  "resize_keyboard",
  "one_time_keyboard",
  "input_field_placeholder",
  "selective",
];
const replyButtonFields = [
  "text",
  "icon_custom_emoji_id",
  "style",
  "request_users",
  "request_chat",
  "request_contact",
  "request_location",
  "request_poll",
  "web_app",
];

export type ReplyMarkup = { inline?: InlineKeyboardMarkup; keyboard?: ReplyKeyboard };

/** The `reply_markup` of a call, checked as Telegram checks it. */
export function readReplyMarkup(input: Input, chat: Chat): ReplyMarkup {
  const value = input.json("reply_markup");
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest("object expected as reply markup");
  }
  if ("inline_keyboard" in value) {
    const inline = readInlineKeyboard(
      knownFields(value, ["inline_keyboard"], "reply_markup")["inline_keyboard"],
      chat,
    );
    return inline ? { inline } : {};
  }
  if ("keyboard" in value)
    return { keyboard: readKeyboard(knownFields(value, keyboardFields, "reply_markup"), chat) };
  if ("remove_keyboard" in value) {
    knownFields(value, ["remove_keyboard", "selective"], "reply_markup");
    return value.remove_keyboard === true ? { keyboard: { remove_keyboard: true } } : {};
  }
  if ("force_reply" in value) {
    knownFields(value, ["force_reply", "input_field_placeholder", "selective"], "reply_markup");
    return { keyboard: { force_reply: true } };
  }
  if (Object.keys(value).length > 0) knownFields(value, [], "reply_markup");
  return {};
}

/** Edited messages can only carry an inline keyboard. */
export function readInlineMarkup(input: Input, chat: Chat): InlineKeyboardMarkup | undefined {
  const { inline, keyboard } = readReplyMarkup(input, chat);
  if (keyboard) throw badRequest("inline keyboard expected");
  return inline;
}

function readKeyboard(markup: Record<string, unknown>, chat: Chat): ReplyKeyboard {
  const rows = markup["keyboard"];
  if (!Array.isArray(rows)) throw badRequest('field "keyboard" of the ReplyKeyboardMarkup must be an Array');
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row))
      throw badRequest('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays');
    return row.map((button: unknown) => readReplyButton(button, chat));
  });
  const placeholder = markup["input_field_placeholder"];
  return {
    keyboard: keyboard.filter((row) => row.length > 0),
    ...(markup["one_time_keyboard"] === true ? { one_time_keyboard: true } : {}),
    ...(typeof placeholder === "string" ? { input_field_placeholder: placeholder } : {}),
  };
}

function readReplyButton(value: unknown, chat: Chat): ReplyButton {
  const source = typeof value === "string" ? { text: value } : value;
  const button = knownFields(source, replyButtonFields, "KeyboardButton") as ReplyButton;
  if (typeof button.text !== "string" || button.text.trim() === "") {
    throw badRequest('can\'t parse keyboard button: Field "text" must be of type String');
  }
  if (chat.type !== "private") {
    if (button.request_contact) throw badRequest("phone number can be requested in private chats only");
    if (button.request_location) throw badRequest("location can be requested in private chats only");
    if (button.web_app) throw badRequest("web App buttons can be used in private chats only");
  }
  if (button.web_app)
    checkWebAppUrl(knownFields(button.web_app, ["url"], "WebAppInfo")["url"], "keyboard button");
  return button;
}
