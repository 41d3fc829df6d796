/** Chats linked to objects. */
export const chats = {
  chat_linked: "Чат уже привязан: {object}. Сначала отправьте в нём /unlink",
  chat_code_unknown: "Код не подходит. Сделайте новый: он действует 15 минут и один раз.",
  chat_not_back: "Привязку уже не вернуть: отправьте в чате /link.",
} as const;
