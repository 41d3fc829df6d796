const ru = {
  create: "Новый объект",
  draft: (step: number, of: number) => `Черновик · шаг ${step} из ${of}`,
  noName: "Без названия",
  continue: "Продолжить",
  discard: "Удалить черновик",
  discarded: "Черновик удалён",
};

const en: typeof ru = {
  create: "New object",
  draft: (step, of) => `Draft · step ${step} of ${of}`,
  noName: "No name",
  continue: "Continue",
  discard: "Delete the draft",
  discarded: "The draft is deleted",
};

export const draftsWords = { ru, en };
