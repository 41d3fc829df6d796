/** Texts of the card of a returned entry. */
export const returnedEn = {
  reminder: "📐 {object}: {count} returned",
  fix_entry: "↩️ Correct: {entry}",
  more: "And {count} more, in the app",
  title: "📐 Returned: {work}, {qty}",
  undone: "📐 Return undone: {work}, {qty}",
  waits: "Waits for confirmation, nothing to correct",
  object: "Object",
  place: "Place",
  cell: "{facade}, floor {floor}",
  day: "Day",
  counts: "Counts until it is corrected",
  over: "The author's time is up: the project manager or the technical office can correct it",
  fix: "Correct",
} as const;
