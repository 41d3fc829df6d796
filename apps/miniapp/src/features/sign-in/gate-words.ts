const ru = {
  pending: "Заявка на рассмотрении",
  pendingLine: "Администратор получил её. Ответ придёт в чат с ботом",
  closed: "Доступ закрыт",
  closedLine: "Если это ошибка, обратитесь к администратору",
  old: "Обновите Telegram",
  oldLine: "Нужна версия 8.0 или новее",
};

const en: typeof ru = {
  pending: "Your request is being looked at",
  pendingLine: "The administrator has it. The answer comes to the chat with the bot",
  closed: "Access is closed",
  closedLine: "If this is a mistake, ask the administrator",
  old: "Update Telegram",
  oldLine: "Version 8.0 or newer is needed",
};

export const gateWords = { ru, en };
