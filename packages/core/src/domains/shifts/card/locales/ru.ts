/** Texts of the card of a shift that was closed. */
export const closedRu = {
  title: "✅ Смена закрыта · {date}",
  night: "{day}, ночь",
  part: "За прораба",
  lines: "Строк",
  of: "{done} из {total}, простоев {downtimes}",
  silent: "Без факта",
  more: "и ещё {number}",
  later: "Внесено позже",
  add: "Добавить",
  reopen: "Открыть смену снова",
} as const;
