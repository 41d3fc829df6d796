/** Words of who came into a team and who stands in for whom. */
export const team = {
  "joined.title": "👥 В команде: {name}",
  "joined.role": "Роль",
  "joined.object": "Объект",
  "joined.source": "Источник",
  "joined.open": "Открыть",

  "source.invitation": "приглашение",

  "delegation.title": "👥 Замещение: {principal}",
  "delegation.title_ended": "👥 Замещение окончено: {principal}",
  "delegation.deputy": "Замещает",
  "delegation.days": "Дни",
  "delegation.object": "Объект",
  "delegation.all_objects": "все объекты",
} as const;
