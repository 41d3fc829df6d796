/** Deputies: who stands in for a member of an object, and for how long. */
export const deputies = {
  "deputy.name": "Заместитель",
  "deputy.title": "👥 {person} · заместитель",
  "deputy.days": "с {from} по {to}",
  "deputy.returned": "Снова на работе",
  "deputy.done": "Заместитель назначен",
  "deputy.ended": "Замещение закончено",
  "deputy.resumed": "Заместитель: {person}",
  "deputy.refusal.person": "Этого человека сейчас не назначить",
  "deputy.refusal.cycle": "Этого человека самого замещают в эти дни",
  "deputy.refusal.overlaps": "На эти дни заместитель уже есть",
  "deputy.refusal.too_long": "Не больше года",
  "deputy.refusal.left": "Человека уже нет в команде",
} as const;
