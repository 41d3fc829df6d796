const ru = {
  begin: "Начать версию",
  title: "Новая версия графика",
  from: "С чего начать",
  sources: {
    template: "С шаблона",
    forecast: "С прогноза",
    active: "С действующей версии",
    empty: "С пустой",
  },
  template: "Шаблон",
  rows: (rows: number, links: number) => `${rows} строк, ${links} связей`,
  startOn: "Первый день работ",
  startHint: "Если не указать, день начала объекта",
  create: "Начать",
  created: "Черновик создан",
  computing: "Считаем даты…",
  noTemplates: "Шаблонов нет",
};

const en: typeof ru = {
  begin: "Begin a version",
  title: "A new version of the schedule",
  from: "What it begins with",
  sources: {
    template: "A template",
    forecast: "The forecast",
    active: "The version in force",
    empty: "Nothing",
  },
  template: "Template",
  rows: (rows, links) => `${rows} rows, ${links} links`,
  startOn: "First day of work",
  startHint: "The start of the object unless it is given",
  create: "Begin",
  created: "The draft is made",
  computing: "Computing dates…",
  noTemplates: "There are no templates",
};

export const beginWords = { ru, en };
