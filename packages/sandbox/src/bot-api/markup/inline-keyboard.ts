import { badRequest } from "../errors.ts";
import { knownFields } from "../input.ts";
import type { Chat } from "../../world/model.ts";
import type { InlineButton, InlineKeyboardMarkup } from "./markup.ts";
import { checkWebAppUrl, isHttpUrl } from "./urls.ts";

const actions = [
  "url",
  "callback_data",
  "web_app",
  "login_url",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
  "callback_game",
  "pay",
] as const;
const buttonFields = ["text", "icon_custom_emoji_id", "style", ...actions];
const buttonLimit = 100;

/** The inline keyboard, or `undefined` when it has no buttons at all. */
export function readInlineKeyboard(rows: unknown, chat: Chat): InlineKeyboardMarkup | undefined {
  if (!Array.isArray(rows))
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array');
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row)) {
      throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    }
    return row.map((button: unknown) => readButton(button, chat));
  });
  const filled = keyboard.filter((row) => row.length > 0);
  if (filled.flat().length > buttonLimit) throw badRequest("reply markup is too long");
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

function readButton(value: unknown, chat: Chat): InlineButton {
  const button = knownFields(withoutHide(value), buttonFields, "InlineKeyboardButton") as InlineButton;
  const refuse = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);
  if (typeof button.text !== "string") throw refuse('Field "text" must be of type String');
  if (button.text.trim() === "") throw refuse("Text must be non-empty");
  const used = actions.filter((action) => button[action] !== undefined);
  if (used.length === 0) throw refuse("Text buttons are unallowed in the inline keyboard");
  if (used.length > 1) throw refuse(`strict: more than one action: ${used.join(", ")}`);
  if (button.callback_data !== undefined) checkCallbackData(button.callback_data);
  if (button.url !== undefined) checkUrl(button.url);
  if (button.web_app !== undefined) {
    checkWebAppUrl(knownFields(button.web_app, ["url"], "WebAppInfo")["url"], "inline keyboard button");
    if (chat.type !== "private") throw badRequest("BUTTON_TYPE_INVALID");
  }
  return button;
}

/** Removes telegraf's own `hide` flag, which it sends along. */
function withoutHide(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("hide" in value)) return value;
  const { hide: _hide, ...button } = value;
  return button;
}

function checkCallbackData(data: unknown): void {
  const bytes = typeof data === "string" ? Buffer.byteLength(data) : 0;
  if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
}

function checkUrl(url: unknown): void {
  const valid = typeof url === "string" && (isHttpUrl(url) || /^tg:\/\/\S+$/.test(url));
  if (!valid) throw badRequest(`inline keyboard button URL '${String(url)}' is invalid: Wrong HTTP URL`);
}
