/** Short names of the work types of every installation, for buttons and titles. */
const SHORT: Readonly<Record<string, string>> = {
  "Монтаж модулей": "Модули",
  "Геодезическая разбивка": "Разбивка",
  "Бурение отверстий": "Бурение",
  "Прижимные планки и крышки": "Планки и крышки",
};

/** Short name of a work type; the full name if it has no short one. */
export const shortWorkName = (name: string): string => SHORT[name] ?? name;
