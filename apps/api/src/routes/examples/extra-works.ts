const author = { id: 12, fullName: "Сергей Белов" };
const manager = { id: 4, fullName: "Олег Дёмин" };

export const summary = {
  id: 7,
  objectId: 3,
  objectName: "СПК Блок Б",
  title: "Заделка проёма под вентиляцию",
  quantity: "4",
  unit: "шт",
  place: "Восток 5, оси Д–Е",
  orderedBy: "Генподрядчик, прораб Ильин",
  status: "reported",
  stage: "letter",
  ageDays: 3,
  price: "84000.00",
  author,
  createdAt: "2026-09-04T13:20:00.000Z",
  version: 2,
};

export const card = {
  ...summary,
  document: null,
  volume: null,
  steps: [
    { stage: "letter", document: "письмо № 112 от 07.09", by: manager, at: "2026-09-07T07:00:00.000Z" },
  ],
  files: [],
  moves: [],
  choices: {
    facades: [{ id: 5, name: "Восток" }],
    floors: [{ id: 31, name: "5" }],
    workTypes: [{ id: 7, name: "Монтаж модулей" }],
  },
  can: { actions: ["accept", "reject", "follow", "stepback", "price"], undoUntil: null },
};

export const state = { id: 7, version: 3, status: "accepted", actions: [] };
export const stage = { id: 7, version: 3, status: "reported", stage: "confirmed" };

export const revision = {
  id: 90,
  workType: { id: 7, code: "МОД", name: "Монтаж модулей", unit: "шт" },
  facade: "Восток",
  floor: "5",
  oldQty: "24",
  newQty: "28",
  reason: summary.title,
  document: "письмо № 112 от 07.09",
  extraId: 7,
  author: manager,
  createdAt: "2026-09-08T06:40:00.000Z",
};
