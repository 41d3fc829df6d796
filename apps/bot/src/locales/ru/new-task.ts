/** /newtask: creating a task. */
export const newTask = {
  "new_task.object": "📌 Новая задача · какой объект?",
  "new_task.title": "📌 Новая задача · {object}",
  "new_task.nobody": "пока никто",
  "new_task.created": "Задача поставлена",
  "new_task.resumed": "Новая задача: {title}",
  "day.none_inside": "без срока",
} as const;
