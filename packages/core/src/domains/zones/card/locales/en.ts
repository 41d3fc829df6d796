import type { zonesRu } from "./ru.ts";

export const zonesEn = {
  title: "👷 {name}: no foreman",
  object: "Object",
  left: "Was the foreman",
  next: "They no longer enter facts on the object. Name another foreman of the zone.",
  named: "👷 {name}: foreman {foreman}",
  place: "Place",
  floors: "{facade}, floors {floors}",
  leads: "Its foreman keeps the facts, the shift and the reminders of the zone from now on.",
  open: "Zones",
} as const satisfies Record<keyof typeof zonesRu, string>;
