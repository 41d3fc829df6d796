/** /newtask: creating a task. */
export const newTask = {
  "new_task.object": "📌 New task · which object?",
  "new_task.title": "📌 New task · {object}",
  "new_task.nobody": "nobody yet",
  "new_task.created": "The task is set",
  "new_task.resumed": "New task: {title}",
  "day.none_inside": "no deadline",
} as const;
