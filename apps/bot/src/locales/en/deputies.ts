/** Deputies of members of an object. */
export const deputies = {
  "deputy.name": "Deputy",
  "deputy.title": "👥 {person} · deputy",
  "deputy.days": "from {from} to {to}",
  "deputy.returned": "Back at work",
  "deputy.done": "The deputy is named",
  "deputy.ended": "The deputy stands in no more",
  "deputy.resumed": "Deputy: {person}",
} as const;
