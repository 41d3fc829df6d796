/** Buttons as a call gave them, checked by hand; fields that nobody reads here are kept, so these are no types of the Bot API. */
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

/** What stands in place of a person's keyboard after a message. */
export type ReplyKeyboard =
  | { keyboard: ReplyButton[][]; one_time_keyboard?: boolean; input_field_placeholder?: string }
  | { remove_keyboard: true }
  | { force_reply: true; input_field_placeholder?: string };
