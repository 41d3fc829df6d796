/** Texts of the card of an object's day. */
export const dayCardRu = {
  title: "📐 {object} · {date}",
  entered: "Внесено",
  of_total: "{done} из {total}",
  modules: "Модули",
  brackets: "Кронштейны",
  at_plan: "при плане {plan}",
  deviations: "Отклонения",
  more_one: "и ещё {count}",
  more_few: "и ещё {count}",
  more_many: "и ещё {count}",
  more_other: "и ещё {count}",
  shift_delta: "за смену {delta}",
  open: "Открыть",
  confirm: "Подтвердить · {count}",
  photos: "Фото · {count}",
} as const;
