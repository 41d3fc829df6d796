/** Extra works: reporting them, waiting decisions. */
export const extraWorks = {
  "extra.new": "Extra work",
  "new_extra.object": "➕ Extra work · which object?",
  "new_extra.title": "➕ Extra work · {object}",
  "new_extra.created": "The project manager will know",
  "new_extra.resumed": "Extra work: {title}",
  "extra.title": "➕ {title}",
  "extra.object": "Object",
  "extra.amount": "Amount",
  "extra.place": "Where",
  "extra.ordered": "Ordered by",
  "extra.photos": "Photos",
  "extra.no_photos": "none, can be sent now",
} as const;
