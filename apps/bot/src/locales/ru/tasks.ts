/** Tasks: the list, the card and the actions. */
export const tasks = {
  "command.tasks": "Мои задачи",
  "command.newtask": "Новая задача",
  "help.tasks": "мои задачи",
  "help.newtask": "поставить задачу",

  "task.list.title_mine": "📌 Мои задачи · {number}",
  "task.list.title_given": "📌 Задачи от меня · {number}",
  "task.list.mine": "Мои",
  "task.list.given": "От меня",
  "task.list.empty": "🔎 Задач нет",
  "task.list.empty_mine": "Новые придут сюда.",
  "task.list.empty_given": "Поставить: /newtask",


  "task.title": "📌 {title}",
  "task.object": "Объект",
  "task.deadline": "Срок",
  "task.assignee": "Исполнитель",
  "task.needs": "Нужно",
  "task.priority": "Важность",
  "task.photos": "Фото",
  "task.no_photos": "нет, можно прислать сейчас",

  "task.tick": "☐ {text}",
  missing: "Не хватает: {what}",
  "missing.photos_one": "ещё {count} фото",
  "missing.photos_few": "ещё {count} фото",
  "missing.photos_many": "ещё {count} фото",
  "missing.photos_other": "ещё {count} фото",
  "missing.items_one": "{count} пункт чек-листа",
  "missing.items_few": "{count} пункта чек-листа",
  "missing.items_many": "{count} пунктов чек-листа",
  "missing.items_other": "{count} пункта чек-листа",
} as const;
