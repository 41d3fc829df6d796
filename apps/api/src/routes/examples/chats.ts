export const chat = {
  id: 4,
  objectId: 3,
  title: "СПК Блок Б, площадка",
  topic: "Смены",
  muted: [],
  linkedAt: "2026-09-10T06:40:00.000Z",
  linkedBy: { id: 4, fullName: "Максим Дёмин" },
  ended: null,
  version: 1,
};
