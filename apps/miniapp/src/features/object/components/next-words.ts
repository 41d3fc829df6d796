const ru = {
  next: "Что дальше",
  done: "сделано",
  steps: {
    passport: "Указать день договора и срок",
    structure: "Добавить фасады и этажи",
    volumes: "Заполнить объёмы по этажам",
    team: "Добавить людей в команду",
    crews: "Завести бригады",
    start: "Начать работы",
  },
};

const en: typeof ru = {
  next: "What is next",
  done: "done",
  steps: {
    passport: "Give the day of the contract and the deadline",
    structure: "Add facades and floors",
    volumes: "Fill in quantities by floor",
    team: "Add people to the team",
    crews: "Set up crews",
    start: "Start the work",
  },
};

export const nextWords = { ru, en };
