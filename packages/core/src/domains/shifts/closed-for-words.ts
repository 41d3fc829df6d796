/** Texts that tell a foreman that somebody else, or the clock, closed their part of a shift. */
export const closedForRu = {
  title: "🔒 {object} · смена закрыта",
  day: "Ваша часть смены, {day}",
  night: "Ваша часть ночной смены, {day}",
  day_for: "Часть смены, {day}",
  night_for: "Часть ночной смены, {day}",
  by: "Закрыто: {who}",
  by_itself: "Закрылась сама: до 12:00 никто не закрыл",
  silent_one: "Без факта {count} строка",
  silent_few: "Без факта {count} строки",
  silent_many: "Без факта {count} строк",
  silent_other: "Без факта {count} строки",
  reopen: "Открыть смену снова",
  open: "Открыть",
} as const;

export const closedForEn = {
  title: "🔒 {object} · the shift is closed",
  day: "Your part of the shift, {day}",
  night: "Your part of the night shift, {day}",
  day_for: "A part of the shift, {day}",
  night_for: "A part of the night shift, {day}",
  by: "Closed by {who}",
  by_itself: "Closed by itself: nobody closed it by 12:00",
  silent_one: "{count} line without a fact",
  silent_other: "{count} lines without a fact",
  reopen: "Open the shift again",
  open: "Open",
} as const;
