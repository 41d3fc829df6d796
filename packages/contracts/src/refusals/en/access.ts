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
  session_of_doer:
    "This was done by you, or by somebody who signed in by your link. Another manager decides: nobody confirms their own work.",
  session_is_given:
    "You signed in by an administrator's link. Passkeys, links, other sign-ins and settings are changed after signing in yourself: in Telegram or by your own link.",
  link_unknown: "This link does not fit. Check that it is the last one: a new link cancels the one before.",
  link_used: "This link has been used. It works once: ask for another.",
  link_expired: "This link has expired. It works for 15 minutes: ask for another.",
  link_revoked: "This link was cancelled. Open the newest one or ask for another.",
  link_not_for_admin: "An administrator is not let in by another administrator's link.",
  link_not_for_self: "Make your own link in the profile: «Sign in without Telegram».",
  link_other_browser:
    "Somebody else works in this browser. An administrator's link opens where nobody is signed in.",
  passkey_unknown: "This passkey is not registered here. Sign in by a link and make a new one.",
  passkey_removed: "This passkey was removed. Sign in by a link and make a new one.",
  passkey_refused: "The passkey was not confirmed. Try again or sign in by a link.",
  passkey_copied:
    "The passkey was used from another device and is refused from now on. Tell the administrator.",
  push_too_many: "Ten of your browsers ring already. Switch one of them off in «Devices» and try again.",
  push_is_off: "This browser does not ring. Switch its notifications on first.",
  push_tried_often: "Tried five times within ten minutes. Wait a little and try again.",
  passkeys_too_many: "There are twenty passkeys already. Remove one and try again.",
  challenge_over: "More than five minutes have passed, or the request was used. Try again.",
  not_same_origin: "The request came from another site.",
  access_pending: "Your request is being looked at. The administrator gives you a role, then access opens.",
  view_as_reads: "In another role one may only look.",
  bot_unknown: "Telegram does not answer: there is no link to the bot yet. Try again a little later.",
  too_slow: "The answer took too long. Try again a little later.",
  data_busy: "Other work is changing this data and is not finished yet. Try again in a few seconds.",
} as const satisfies Record<keyof typeof ru, string>;
