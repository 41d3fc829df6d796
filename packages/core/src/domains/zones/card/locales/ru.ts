/** Texts of the cards of a zone that has lost its foreman or was given one. */
export const zonesRu = {
  title: "👷 {name}: без прораба",
  object: "Объект",
  left: "Был прорабом",
  next: "Он больше не вносит факт на объекте. Назначьте захватке другого прораба.",
  named: "👷 {name}: прораб {foreman}",
  place: "Место",
  floors: "{facade}, этажи {floors}",
  leads: "Факт захватки, её смену и напоминания ведёт теперь её прораб.",
  open: "Захватки",
} as const;
