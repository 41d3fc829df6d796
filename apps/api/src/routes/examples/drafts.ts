export const places = {
  facades: [{ code: "Ю", name: "Юг", sort: 1 }],
  floors: [
    { code: "-1", sort: -1 },
    { code: "тех", sort: 25 },
  ],
};

export const draft = {
  id: 11,
  name: "СПК Атриум",
  step: 1,
  objectId: null,
  createdAt: "2026-09-08T07:00:00.000Z",
  updatedAt: "2026-09-08T07:00:00.000Z",
  version: 1,
  data: { object: { name: "СПК Атриум" } },
};
