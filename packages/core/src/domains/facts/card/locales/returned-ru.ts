/** Texts of the card of a returned entry. */
export const returnedRu = {
  title: "📐 Вернули: {work}, {qty}",
  undone: "📐 Возврат отменён: {work}, {qty}",
  waits: "Ждёт подтверждения, исправлять не нужно",
  object: "Объект",
  place: "Место",
  cell: "{facade}, {floor} этаж",
  day: "День",
  counts: "В сумме, пока не исправлено",
  fix: "Исправить",
} as const;
