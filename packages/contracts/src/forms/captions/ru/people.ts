/** What the forms about the access of people ask: the bot and the Mini App say the same. */
export const people = {
  "ask.admin.search.search": "Напишите часть имени или фамилии.",
  "ask.admin.deactivate.reason": "Почему доступ закрывают? Напишите одним сообщением.",
  "ask.admin.reactivate.reason": "Почему доступ открывают снова? Напишите одним сообщением.",
} as const;
