/** Texts of the card of a returned entry. */
export const returnedEn = {
  reminder: "📐 {object}: {count} returned",
  fix_entry: "↩️ Correct: {entry}",
  more: "And {count} more, in the app",
  title: "📐 Returned: {work}, {qty}",
  object: "Object",
  place: "Place",
  cell: "{facade}, floor {floor}",
  day: "Day",
  counts: "Counts until it is corrected",
  fix: "Correct",
} as const;
