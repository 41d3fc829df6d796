/** Texts of the card of an extra work; the captions of its buttons are in contracts. */
export const extraRu = {
  title: "➕ Доп. работа: {title}",
  title_accepted: "✅ В плане: {title}",
  title_rejected: "✖️ Отклонено: {title}",
  title_reopened: "↩️ Снова на рассмотрении: {title}",
  object: "Объект",
  amount: "Объём",
  place: "Где",
  ordered: "Поручение",
  author: "Автор",
  way: "Заказчику",
  way_age: "{stage}, {age}",
  document: "Документ",
  reason: "Причина",
  price: "Цена",
  volume: "В плане",
  photos: "Фото",
} as const;
