/** Texts of the reminders of a day's facts. */
export const remindersEn = {
  plan: "planned {quantity}",
  more: "and {number} more",
  enter: "Enter",
  idle: "Stood idle",
  not_worked: "Did not work",
  missing_of: "⏰ {object}: no fact for {day}",
  whole_object: "Whole object",
  told_foremen: "The foremen were reminded in the morning.",
  open: "Open",
  evening: "🌇 The shift is over",
  entered: "Entered",
  of_total: "{done} of {total}",
  enter_fact: "Enter the fact",
  in_an_hour: "In an hour",
  close: "Close the shift",
} as const;
