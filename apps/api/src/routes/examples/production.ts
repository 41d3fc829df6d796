export const workTypeRef = { id: 1, code: "МОД", name: "Модули", unit: "шт" };
export const workType = {
  ...workTypeRef,
  normHours: "3.2",
  requiresPhoto: true,
  group: "module",
  sort: 10,
  version: 1,
};
export const crewRef = { id: 4, code: "Б-1", name: "Бригада 1", lead: "Юсупов", size: 6 };
export const crew = { ...crewRef, objectId: 3, leadUserId: null, members: [], version: 1 };

export const volume = {
  id: 91,
  facade: { id: 7, code: "Ю" },
  floor: { id: 21, code: "11" },
  workType: workTypeRef,
  planQty: "36",
  factQty: "12",
  pct: "33.3",
  remaining: "24",
  planStart: "2026-09-01",
  planFinish: "2026-09-30",
  updatedAt: "2026-09-08T07:00:00.000Z",
  version: 1,
};
