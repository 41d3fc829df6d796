import type { extraRu } from "./ru.ts";

/** Texts of the card of an extra work, in English. */
export const extraEn: Readonly<Record<keyof typeof extraRu, string>> = {
  title: "➕ Extra work: {title}",
  title_accepted: "✅ In the plan: {title}",
  title_rejected: "✖️ Rejected: {title}",
  title_reopened: "↩️ To be decided anew: {title}",
  object: "Object",
  amount: "Amount",
  place: "Where",
  ordered: "Ordered by",
  author: "Reported by",
  way: "To the customer",
  way_age: "{stage}, {age}",
  document: "Document",
  reason: "Reason",
  price: "Price",
  volume: "In the plan",
  photos: "Photos",
};
