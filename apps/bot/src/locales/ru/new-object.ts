/** /newobject: creating an object. */
export const newObject = {
  "new_object.title": "🏗 Новый объект",
  "new_object.titled": "🏗 Новый объект · {name}",
  "new_object.contract": "Договор",
  "new_object.facades": "Фасады",
  "new_object.manager": "РП",
  "new_object.done": "Объект создан",
  "new_object.created": "✅ Объект создан: {name}",
  "new_object.created_text": "Пока это черновик. Дальше: команда, фасады и этажи.",
  "new_object.add_person": "Добавить человека",
  "new_object.open_card": "Карточка объекта",
  "new_object.resumed": "Новый объект: {name}",
} as const;
