const ru = {
  title: "Ждут вас",
  label: "Что ждёт",
  all: "Всё",
  sinceToday: "с сегодняшнего дня",
  behalf: (name: string) => `по замещению: ${name}`,
  overdue: "просрочено",
  person: { approve: "Дать доступ", refuse: "Отказать" },
  titleOthers: "Жду решения",
  emptyOthers: "Решений вы не ждёте",
  emptyOthersLine: "Сданные задачи, факт и просьбы о сроке, пока их не решили, появятся здесь",
  empty: "Ничего не ждёт вашего решения",
  emptyLine: "Задачи, факт и заявки, которые решаете вы, появятся здесь",
};

const en: typeof ru = {
  title: "Waiting for you",
  label: "What waits",
  all: "All",
  sinceToday: "since today",
  behalf: (name) => `for ${name}`,
  overdue: "overdue",
  person: { approve: "Let in", refuse: "Refuse" },
  titleOthers: "Awaiting a decision",
  emptyOthers: "You await no decision",
  emptyOthersLine: "Tasks you handed in, your facts and requests stand here until they are decided",
  empty: "Nothing waits for your decision",
  emptyLine: "Tasks, facts and requests that you decide appear here",
};

export const waitingWords = { ru, en };
