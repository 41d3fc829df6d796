/** Short names, for buttons and titles, of the works that every installation starts with. */
const SHORT: Readonly<Record<string, string>> = {
  "Монтаж модулей": "Модули",
  "Геодезическая разбивка": "Разбивка",
  "Бурение отверстий": "Бурение",
  "Прижимные планки и крышки": "Планки и крышки",
};

/** Name of a work as people say it; the dictionary's own name where nobody shortened it. */
export const shortWorkName = (name: string): string => SHORT[name] ?? name;
