/** Questions and chips of the forms of shifts, for both the bot and the Mini App. */
export const shifts = {
  "ask.shift.downtime.crews": "⏸ Простой · кто стоял?",
  "ask.shift.downtime.reason": "Почему?",
  "ask.shift.downtime.reason.words": "Напишите причину словами, до 300 знаков.",
  "ask.shift.downtime.hours": "Сколько часов? Нажмите или напишите число.",
  "ask.shift.note.crews": "🧰 Работали без объёма · кто?",
  "ask.shift.note.activity": "Что делали?",
  "ask.shift.note.activity.unloading": "Разгрузка",
  "ask.shift.note.activity.preparation": "Подготовка",
  "ask.shift.note.activity.cleaning": "Уборка",
  "ask.shift.note.activity.rigging": "Перестановка люлек",
  "ask.shift.note.hours": "Сколько часов? Нажмите или напишите число.",
  "ask.shift.close.rest": "Почему по ним нет факта?",
  "ask.shift.close.rest.words": "Напишите причину словами, до 300 знаков.",
  "done.shift.downtime": "Простой записан",
  "done.shift.note": "Записано",
  "done.shift.close": "Смена закрыта",
} as const;
