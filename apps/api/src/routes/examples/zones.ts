export const zone = {
  id: 5,
  objectId: 3,
  name: "Ю-1",
  facade: { id: 7, code: "Юг" },
  fromFloor: { id: 21, code: "1" },
  toFloor: { id: 27, code: "7" },
  axes: "1–10",
  foreman: { id: 11, fullName: "Сергей Белов" },
  version: 1,
};
export const zoneRow = { ...zone, pct: "98.2", modules: { done: "252", plan: "252" } };
