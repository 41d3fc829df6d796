/** Confirmations of what is done with linked chats. */
export const chats = {
  "done.chat.mute": "Сохранено",
  "done.chat.unlink": "Чат отвязан",
  "done.chat.relink": "Чат снова привязан",
} as const;
