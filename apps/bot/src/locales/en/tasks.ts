/** Tasks: the list, the card and the actions. */
export const tasks = {
  "command.tasks": "My tasks",
  "command.newtask": "New task",
  "help.tasks": "my tasks",
  "help.newtask": "set a task",

  "task.list.title_mine": "📌 My tasks · {number}",
  "task.list.title_given": "📌 Tasks I set · {number}",
  "task.list.mine": "Mine",
  "task.list.given": "Set by me",
  "task.list.empty": "🔎 No tasks",
  "task.list.empty_mine": "New ones come here.",
  "task.list.empty_given": "To set one: /newtask",

  "task.title": "📌 {title}",
  "task.object": "Object",
  "task.deadline": "Due",
  "task.assignee": "Assignee",
  "task.needs": "Needed",
  "task.priority": "Priority",
  "task.photos": "Photos",
  "task.no_photos": "none, can be sent now",

  "task.tick": "☐ {text}",
  missing: "Missing: {what}",
  "missing.photos_one": "{count} more photo",
  "missing.photos_other": "{count} more photos",
  "missing.items_one": "{count} line of the checklist",
  "missing.items_other": "{count} lines of the checklist",
} as const;
