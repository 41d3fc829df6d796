/** Texts of what happens to linked chats. */
export const chatsRu = {
  linked: "🔗 Чат привязан: {title}",
  lost: "⚠️ Бота больше нет в чате «{title}»",
  topic_lost: "⚠️ Тема «{topic}» удалена",
  object: "Объект",
  chat: "Чат",
  topic: "Тема",
  by: "Привязка",
  lost_next: "Сообщения об объекте туда больше не приходят. Верните бота в чат и отправьте там /link.",
  topic_moved: "Сообщения об объекте приходят в общую тему чата.",
  topic_ended: "Чат отвязан: в общей теме ведут другой объект.",
  open: "Чаты объекта",
} as const;
