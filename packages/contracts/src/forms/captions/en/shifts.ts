/** Questions and chips of the forms of shifts, for both the bot and the Mini App. */
export const shifts = {
  "ask.shift.downtime.crews": "⏸ Downtime · who stood idle?",
  "ask.shift.downtime.reason": "Why?",
  "ask.shift.downtime.reason.words": "Write the reason, up to 300 characters.",
  "ask.shift.downtime.hours": "How many hours? Press or type a number.",
  "ask.shift.note.crews": "🧰 Worked without a quantity · who?",
  "ask.shift.note.activity": "What did they do?",
  "ask.shift.note.activity.unloading": "Unloading",
  "ask.shift.note.activity.preparation": "Preparation",
  "ask.shift.note.activity.cleaning": "Cleaning",
  "ask.shift.note.activity.rigging": "Moving cradles",
  "ask.shift.note.hours": "How many hours? Press or type a number.",
  "ask.shift.close.rest": "Why is there no fact for them?",
  "ask.shift.close.rest.words": "Write the reason, up to 300 characters.",
  "done.shift.downtime": "Downtime recorded",
  "done.shift.note": "Recorded",
  "done.shift.close": "Shift closed",
} as const;
