/** Photos without an entry. */
export const photos = {
  "photo.ask": "Send photos of {object}. A button ties them to an entry.",
  "photo.pick_object": "📷 Photos · which object?",
  "photo.orphan.title": "📷 Photos: {count}. Where do they belong?",
  "photo.orphan.text": "Unless you choose before the evening, they stay in today's journal of the object.",
  "photo.orphan.journal": "To the day's journal",
  "photo.attached": "📷 Photos {count}: {work}, {place}",
  "photo.journaled": "📷 Photos {count} in the day's journal",
  "photo.added": "Photos attached: {count}",
  "photo.gone": "These photos have their place already",
  "photo.full": "{count} photos already: send the rest after recording.",
  "photo.kept": "Photos {count}: they will be attached to the entry",
  "photo.kept_form": "Photos {count}: they come with it",
  "photo.full_form": "There are {count} photos already: send the rest with a message.",
  "photo.dropped":
    "The photo is not saved: what it belonged to was closed unsent. If it is needed, send it separately.",
  "photo.followed": "The photo is added",
} as const;
