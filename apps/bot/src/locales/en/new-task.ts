/** /newtask: setting a task. */
export const newTask = {
  "new_task.object": "📌 New task · which object?",
  "new_task.title": "📌 New task · {object}",
  "new_task.ask_title": "What is to be done? Write it in one message. For example: Test the anchors, East 7",
  "new_task.ask_who": "To whom? Press or write a surname.",
  "new_task.no_assignee": "Nobody yet",
  "new_task.nobody": "nobody yet",
  "new_task.ask_deadline": "By which day? Press or write it, for example 24.09",
  "new_task.ask_text": "Describe in one message what matters.",
  "new_task.no_photos": "No photos needed",
  "new_task.photos_one": "{count} photo",
  "new_task.photos_other": "{count} photos",
  "new_task.create": "Set the task",
  "new_task.created": "The task is set",
  "new_task.resumed": "New task: {title}",
  "day.none_inside": "no deadline",
} as const;
