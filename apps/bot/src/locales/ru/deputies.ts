/** Deputies: who stands in for a member of an object, and for how long. */
export const deputies = {
  "deputy.name": "Заместитель",
  "deputy.title": "👥 {person} · заместитель",
  "deputy.days": "с {from} по {to}",
  "deputy.returned": "Снова на работе",
  "deputy.done": "Заместитель назначен",
  "deputy.ended": "Замещение закончено",
  "deputy.resumed": "Заместитель: {person}",
} as const;
