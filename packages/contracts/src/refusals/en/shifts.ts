/** Shifts: idle time, work without a quantity, closing. */
export const shifts = {
  crew_twice: "The crew is named twice",
  crew_hours_over_shift: "The shift has {hours} h: the crew would have more",
  crew_recorded_already: "This is recorded of the crew's shift already. Withdraw that record to correct it",
  crew_workers_over: "The crew has {size} people: say why there were more, or correct the crew",
  party_not_of_reason: "This party is not responsible for downtime of this reason",
  crew_worked_in_shift: "The crew has facts in this shift: enter the hours that it really stood idle",
  crew_idle_whole_shift:
    "The crew is recorded as idle for the whole shift: take that record back or enter fewer hours of idle time",
  party_by_reason: "The foreman and the project manager decide who is responsible for the downtime",
  record_withdrawn: "This record was withdrawn already.",
  record_undo_over:
    "Ten minutes have passed. The project manager or PTO can withdraw the record, with a reason.",
  withdraw_reason: "Ten minutes have passed: say why the record is withdrawn",
  only_own_part: "Foremen close their own part of a shift, the project manager any.",
  shifts_not_to_observers: "Observers are shown confirmed facts, not shifts, downtime or reports of them.",
  report_of_all_crews:
    "A report tells the work of all crews: the foreman, PTO and the project manager make it. The facts of your crew are in the app.",
  shift_closed_already: "This shift is closed already.",
  shift_not_begun: "This night has not begun: it is too early to close it.",
  shift_day_closed: "The day is closed for changes: the project manager can open the shift again.",
  nothing_to_put_off: "No shift of this day is yours: there is nothing to remind of.",
  shift_empty: "Nobody works on this day and nothing is entered: there is nothing to close.",
  leads_no_part: "No part of this shift is yours: choose whose part to close.",
  shift_not_closed: "This shift is open already.",
  shift_confirmed: "Facts of this shift are confirmed: it cannot be opened again.",
  lines_unanswered: "Each line without a fact needs a reason",
  month_format: "A month is written as 2026-09",
  day_or_month: "Give a day or a month, not both",
} as const;
