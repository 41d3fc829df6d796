/** Whose lines a form shows, and why it shows none. */
const ru = {
  label: "Чьи строки",
  mine: (facades: string) => `Мои зоны: ${facades}`,
  all: "Все строки объекта",
  none: {
    mine: {
      title: "В ваших зонах на этот день строк нет",
      line: "Выберите «Все строки объекта» или работу ниже",
    },
    today: {
      title: "На сегодня плана нет",
      line: "Выберите работу сами: «Другая работа» ниже",
    },
    no_plan: {
      title: "Объёмы по этажам не заполнены",
      line: "Факт вносят по ним. Их заполняет руководитель проекта",
    },
    all_done: { title: "Все работы по плану сделаны", line: "Если объём вырос, план меняет РП или ПТО" },
    no_crew: {
      title: "Вы пока не в бригаде",
      line: "Монтажник вносит работу своей бригады. Попросите РП добавить вас: раздел «Бригады»",
    },
    no_crew_lines: {
      title: "У вашей бригады сейчас нет строк",
      line: "Первую запись на новом месте вносит прораб, дальше строка появится у вас",
    },
  },
};

const en: typeof ru = {
  label: "Whose lines",
  mine: (facades) => `My zones: ${facades}`,
  all: "All lines of the object",
  none: {
    mine: {
      title: "No lines in your zones on this day",
      line: "Choose all lines of the object, or a work below",
    },
    today: {
      title: "No plan for today",
      line: "Choose a work yourself or ask the project manager to fill in the week",
    },
    no_plan: {
      title: "The volumes of the floors are not filled in",
      line: "Facts are entered by them. The project manager fills them in",
    },
    all_done: {
      title: "All planned works are done",
      line: "If there is more to do, the project manager or PTO changes the plan",
    },
    no_crew: {
      title: "You are in no crew yet",
      line: "An installer enters the work of their crew. Ask the project manager to add you under Crews",
    },
    no_crew_lines: {
      title: "Your crew has no lines now",
      line: "The foreman makes the first entry at a new place, then the line is yours",
    },
  },
};

export const whoseWords = { ru, en };
