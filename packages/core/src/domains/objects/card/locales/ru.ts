/** Texts of the messages about one's own place in a team. */
export const teamRu = {
  "joined.title": "👥 Вы в команде объекта",
  "changed.title": "👥 Ваши роли на объекте изменены",
  "left.title": "👥 Вы больше не в команде объекта",
  "team.object": "Объект",
  "team.roles": "Роль",
  "team.by": "Решение",
  "team.open": "Открыть объект",
} as const;
