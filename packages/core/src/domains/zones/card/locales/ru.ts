/** Texts of the card of a zone without a foreman. */
export const zonesRu = {
  title: "👷 {name}: без прораба",
  object: "Объект",
  left: "Был прорабом",
  next: "Он больше не вносит факт на объекте. Назначьте захватке другого прораба.",
  open: "Захватки",
} as const;
