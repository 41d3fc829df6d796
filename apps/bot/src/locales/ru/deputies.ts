/** Deputies of members of an object. */
export const deputies = {
  "deputy.name": "Заместитель",
  "deputy.title": "👥 {person} · заместитель",
  "deputy.days": "с {from} по {to}",
  "deputy.returned": "Снова на работе",
  "deputy.done": "Заместитель назначен",
  "deputy.ended": "Замещение закончено",
  "deputy.resumed": "Заместитель: {person}",
} as const;
