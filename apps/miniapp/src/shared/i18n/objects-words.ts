const ru = {
  title: "Объекты",
  empty: "Вас ещё не добавили ни на один объект",
  emptyLine: "Напишите руководителю проекта",
};

const en: typeof ru = {
  title: "Sites",
  empty: "You are not on any site yet",
  emptyLine: "Write to the project manager",
};

export const objectsWords = { ru, en };
