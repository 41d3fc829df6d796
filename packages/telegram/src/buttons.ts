import { oneLine } from "@stsphera/contracts/format";
import type { InlineKeyboardButton, InlineKeyboardMarkup } from "./types.ts";

/** A button of a message, independent of Telegram's format. */
export type Button =
  | { readonly kind: "callback"; readonly text: string; readonly data: string }
  | { readonly kind: "webApp"; readonly text: string; readonly url: string }
  | { readonly kind: "url"; readonly text: string; readonly url: string };

/** A rendered message: Telegram HTML and rows of buttons. */
export type RenderedMessage = { readonly text: string; readonly buttons: readonly (readonly Button[])[] };

const MAX_CALLBACK_BYTES = 64;

/**
 * Converts buttons to Telegram's inline keyboard. Throws RangeError for callback data that Telegram would refuse (1
 * to 64 bytes).
 */
export function toInlineKeyboard(buttons: readonly (readonly Button[])[]): InlineKeyboardMarkup {
  const rows = buttons.filter((row) => row.length > 0);
  return { inline_keyboard: rows.map((row) => row.map(toInlineButton)) };
}

function toInlineButton(button: Button): InlineKeyboardButton {
  // Names and titles stand on buttons as people typed them.
  const text = oneLine(button.text) || "…";
  switch (button.kind) {
    case "callback": {
      const bytes = new TextEncoder().encode(button.data).length;
      if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) {
        throw new RangeError(`Callback data of ${bytes} bytes: "${button.data}"`);
      }
      return { text, callback_data: button.data };
    }
    case "webApp":
      return { text, web_app: { url: button.url } };
    case "url":
      return { text, url: button.url };
  }
}
