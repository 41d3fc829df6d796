/** Texts of the card of a returned entry. */
export const returnedEn = {
  title: "📐 Returned: {work}, {qty}",
  object: "Object",
  place: "Place",
  cell: "{facade}, floor {floor}",
  day: "Day",
  counts: "Counts until it is corrected",
  fix: "Correct",
} as const;
