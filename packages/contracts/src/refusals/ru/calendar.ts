/** Days of the production calendar and of objects. */
export const calendar = {
  day_other_year: "День другого года",
  day_off_weekend: "Суббота и воскресенье и так выходные",
  day_not_weekend: "Это не суббота и не воскресенье",
  day_holiday: "Это нерабочий праздничный день по закону",
  day_rests: "Это нерабочий день, сокращать нечего",
  day_range: "Годы от 2000 до 2100",
  range_too_long: "Не больше {days} дней",
} as const;
