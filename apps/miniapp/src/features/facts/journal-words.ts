/** The journal of a day, and what was returned to its author. */
const ru = {
  title: "Фото дня",
  empty: "Фото без записи за этот день нет. Снимите участок, доставку или погоду",
  none: "Фото без записи за этот день нет",
  add: "+ Фото дня",
  send: "В журнал дня",
  returned: "Вам вернули",
  fix: "Исправить",
  by: (name: string, reason: string) => `${name}: ${reason}`,
};

const en: typeof ru = {
  title: "Photos of the day",
  empty: "No photos without an entry on this day. Take the object, a delivery or the weather",
  none: "No photos without an entry on this day",
  add: "+ Photos of the day",
  send: "Into the journal",
  returned: "Returned to you",
  fix: "Correct",
  by: (name, reason) => `${name}: ${reason}`,
};

export const journalWords = { ru, en };
