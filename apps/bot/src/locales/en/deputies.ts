/** Deputies: who stands in for a member of an object, and for how long. */
export const deputies = {
  "deputy.name": "Deputy",
  "deputy.title": "👥 {person} · deputy",
  "deputy.days": "from {from} to {to}",
  "deputy.returned": "Back at work",
  "deputy.done": "The deputy is named",
  "deputy.ended": "The deputy stands in no more",
  "deputy.resumed": "Deputy: {person}",
  "deputy.refusal.person": "This person cannot be named now",
  "deputy.refusal.cycle": "Somebody stands in for this person in those days",
  "deputy.refusal.overlaps": "There is a deputy for those days already",
  "deputy.refusal.too_long": "A year at most",
  "deputy.refusal.left": "The person is in the team no more",
} as const;
