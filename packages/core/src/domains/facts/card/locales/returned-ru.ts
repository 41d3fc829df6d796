/** Texts of the card of a returned entry. */
export const returnedRu = {
  reminder: "📐 {object}: вернули {count}",
  fix_entry: "↩️ Исправить: {entry}",
  more: "И ещё {count}: в приложении",
  title: "📐 Вернули: {work}, {qty}",
  undone: "📐 Возврат отменён: {work}, {qty}",
  waits: "Ждёт подтверждения, исправлять не нужно",
  object: "Объект",
  place: "Место",
  cell: "{facade}, {floor} этаж",
  day: "День",
  counts: "В сумме, пока не исправлено",
  over: "Время автора вышло: исправить может РП или ПТО",
  fix: "Исправить",
} as const;
