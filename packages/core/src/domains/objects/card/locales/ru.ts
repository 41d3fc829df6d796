/** Texts of the messages about one's own place in a team. */
export const teamRu = {
  "joined.title": "👥 Вы в команде объекта",
  "changed.title": "👥 Ваши роли на объекте изменены",
  "left.title": "👥 Вы больше не в команде объекта",
  "closed.title": "👥 Доступ закрыт: {name}",
  "closed.tasks": "Открытых задач",
  "closed.returned": "Возвращённых записей",
  "closed.nothing": "Открытых задач за ним нет.",
  "closed.next": "Передайте его задачи и назначьте другого человека.",
  "closed.open": "Открыть команду",
  "team.object": "Объект",
  "team.roles": "Роль",
  "team.by": "Решение",
  "team.open": "Открыть объект",
} as const;
