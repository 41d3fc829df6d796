const ru = {
  pending: "Заявка на рассмотрении",
  pendingLine: "Администратор получил её. Ответ придёт в чат с ботом",
  closed: "Доступ закрыт",
  closedLine: "Если это ошибка, обратитесь к администратору",
  outside: "Откройте из Telegram",
  outsideLine: "Нажмите кнопку приложения в чате с ботом: так система узнаёт, кто вы",
  old: "Обновите Telegram",
  oldLine: "Нужна версия 8.0 или новее",
};

const en: typeof ru = {
  pending: "Your request is being looked at",
  pendingLine: "The administrator has it. The answer comes to the chat with the bot",
  closed: "Access is closed",
  closedLine: "If this is a mistake, ask the administrator",
  outside: "Open it from Telegram",
  outsideLine: "Press the app's button in the chat with the bot: that is how the system knows you",
  old: "Update Telegram",
  oldLine: "Version 8.0 or newer is needed",
};

export const gateWords = { ru, en };
