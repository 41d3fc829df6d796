/** Chats linked to objects. */
export const chats = {
  chat_linked: "The chat is linked already: {object}. Send /unlink there first",
  chat_code_unknown: "The code does not fit. Make a new one: it works for 15 minutes and once.",
  chat_not_back: "The link cannot be brought back: send /link in the chat.",
} as const;
