/** Shifts: idle time, work without a quantity, closing. */
export const shifts = {
  crew_twice: "Бригада указана дважды",
  crew_hours_over_day: "У бригады выходит больше 24 часов за смену",
  record_withdrawn: "Эта запись уже снята.",
  withdraw_reason: "Десять минут прошли: укажите, почему запись снимают",
  only_own_part: "Свою часть смены закрывает прораб, чужую — РП.",
  shift_closed_already: "Эта смена уже закрыта.",
  shift_not_begun: "Эта ночь ещё не началась: закрыть её рано.",
  shift_empty: "В этот день никто не работает и ничего не внесено: закрывать нечего.",
  leads_no_part: "За вами нет части этой смены: выберите, чью часть закрыть.",
  shift_not_closed: "Эта смена уже открыта.",
  shift_confirmed: "По этой смене уже подтверждён факт: открыть её снова нельзя.",
  lines_unanswered: "По каждой строке без факта нужно сказать, почему его нет",
  month_format: "Месяц пишется как 2026-09",
  day_or_month: "Укажите день или месяц, не оба",
} as const;
