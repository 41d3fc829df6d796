/**
 * Buttons as a call sent them, checked by hand. Fields not used here are kept, so these are not the Bot API's types.
 */
export type InlineButton = {
  text: string;
  url?: string;
  callback_data?: string;
  web_app?: { url: string };
  copy_text?: { text: string };
  [other: string]: unknown;
};

export type InlineKeyboardMarkup = { inline_keyboard: InlineButton[][] };

export type ReplyButton = {
  text: string;
  request_contact?: boolean;
  request_location?: boolean;
  web_app?: { url: string };
  [other: string]: unknown;
};

/** What replaces the user's keyboard after a message. */
export type ReplyKeyboard =
  | { keyboard: ReplyButton[][]; one_time_keyboard?: boolean; input_field_placeholder?: string }
  | { remove_keyboard: true }
  | { force_reply: true; input_field_placeholder?: string };
