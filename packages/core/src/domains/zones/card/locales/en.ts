import type { zonesRu } from "./ru.ts";

export const zonesEn = {
  title: "👷 {name}: no foreman",
  object: "Object",
  left: "Was the foreman",
  next: "They no longer enter facts on the object. Name another foreman of the zone.",
  open: "Zones",
} as const satisfies Record<keyof typeof zonesRu, string>;
