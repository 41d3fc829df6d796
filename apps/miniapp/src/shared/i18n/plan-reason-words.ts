/** Why a quantity differs from its plan, or is missing. */
const ru = {
  not_worked: "Не работали",
  weather_wind: "Ветер",
  weather_temp: "Мороз, жара",
  weather_rain: "Дождь, снег",
  no_front: "Нет фронта",
  no_material: "Нет материала",
  no_drawings: "Нет чертежа",
  no_permit: "Нет допуска",
  equipment: "Техника",
  other_trades: "Смежники",
  rework: "Переделка",
  no_people: "Нет людей",
  customer_stop: "Стоп заказчика",
  accident: "Происшествие",
  other: "Другое",
  remeasure: "Перемер",
  plan_error: "Ошибка в плане",
  extra_work: "Доп. работы",
};

const en: typeof ru = {
  not_worked: "Nobody worked",
  weather_wind: "Wind",
  weather_temp: "Frost, heat",
  weather_rain: "Rain, snow",
  no_front: "No front",
  no_material: "No material",
  no_drawings: "No drawing",
  no_permit: "No permit",
  equipment: "Equipment",
  other_trades: "Other trades",
  rework: "Rework",
  no_people: "No people",
  customer_stop: "Customer's stop",
  accident: "Accident",
  other: "Other",
  remeasure: "Remeasured",
  plan_error: "Error in the plan",
  extra_work: "Extra work",
};

export const planReasonWords = { ru, en };
