import type { access as ru } from "../ru/access.ts";

export const access = {
  init_data_malformed: "Telegram's data cannot be read. Open the app from the chat again.",
  init_data_too_large: "Telegram's data is too large. Open the app from the chat again.",
  init_data_duplicate_key: "Telegram's data cannot be read. Open the app from the chat again.",
  init_data_bad_hash: "Telegram's signature does not match. Open the app from the chat again.",
  init_data_expired: "The sign-in is too old. Open the app from the chat again.",
  init_data_from_future: "The clocks of the device and the server differ. Open the app again.",
  init_data_bot: "Bots cannot sign in.",
  not_registered: "You have not introduced yourself yet. Open the app and say your name.",
  access_refused: "Access was not opened. You may ask again once a day.",
  access_closed: "Access is closed. If this is a mistake, ask the administrator.",
  access_pending: "Your request is being looked at. The administrator gives you a role, then access opens.",
  view_as_reads: "In another role one may only look.",
  bot_unknown: "Telegram does not answer: there is no link to the bot yet. Try again a little later.",
  too_slow: "The answer took too long. Try again a little later.",
} as const satisfies Record<keyof typeof ru, string>;
