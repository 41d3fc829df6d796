/** Extra works: reporting them, waiting decisions. */
export const extraWorks = {
  "extra.new": "Доп. работа",
  "new_extra.object": "➕ Доп. работа · какой объект?",
  "new_extra.title": "➕ Доп. работа · {object}",
  "new_extra.created": "РП узнает о работе",
  "new_extra.resumed": "Доп. работа: {title}",
  "extra.title": "➕ {title}",
  "extra.object": "Объект",
  "extra.amount": "Объём",
  "extra.place": "Где",
  "extra.ordered": "Поручение",
  "extra.photos": "Фото",
  "extra.no_photos": "нет, можно прислать сейчас",
} as const;
