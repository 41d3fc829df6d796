/** Texts of the reminders of a day's facts. */
export const remindersRu = {
  plan: "план {quantity}",
  more: "и ещё {number}",
  enter: "Внести",
  idle: "Был простой",
  not_worked: "Не работали",
  missing_of: "⏰ {object}: нет факта за {day}",
  whole_object: "Весь объект",
  told_foremen: "Прорабам напомнили утром.",
  open: "Открыть",
  evening: "🌇 Смена закончилась",
  entered: "Внесено",
  of_total: "{done} из {total}",
  enter_fact: "Внести факт",
  in_an_hour: "Через час",
  close: "Смена закрыта",
} as const;
