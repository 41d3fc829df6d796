/** Photos without an entry. */
export const photos = {
  "photo.ask": "Пришлите фото с объекта {object}. К записи их можно прикрепить кнопкой.",
  "photo.pick_object": "📷 Фото · какой объект?",
  "photo.orphan.title": "📷 {count} фото: к чему их?",
  "photo.orphan.text": "Не выберете до вечера, лягут в журнал объекта за сегодня.",
  "photo.orphan.journal": "В журнал дня",
  "photo.attached": "📷 Фото {count}: {work}, {place}",
  "photo.journaled": "📷 Фото {count} в журнале дня",
  "photo.added": "Фото\u00a0{count} прикреплено",
  "photo.gone": "Эти фото уже разложены",
  "photo.full": "Фото уже {count}: остальные пришлите после записи.",
  "photo.kept": "Фото {count}: прикреплю к записи",
  "photo.kept_form": "Фото {count}: приложу",
  "photo.full_form": "Фото уже {count}: остальные пришлите сообщением.",
  "photo.dropped":
    "Фото не сохранено: то, к чему оно было, закрыто без отправки. Если оно нужно, пришлите его отдельно.",
  "photo.followed": "Фото приложено",
} as const;
