const ru = {
  exporting: "Файл готовится…",
  exported: "Файл сохранён",
  failed: "Файл не получен. Попробуйте ещё раз",
};

const en: typeof ru = {
  exporting: "The file is being made…",
  exported: "The file is saved",
  failed: "The file did not arrive. Try again",
};

export const exportWords = { ru, en };
