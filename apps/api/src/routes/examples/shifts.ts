const author = { id: 11, fullName: "Сергей Белов" };

export const record = {
  id: 31,
  objectId: 3,
  date: "2026-09-10",
  shift: "day",
  kind: "downtime",
  code: "weather_wind",
  text: "Порывы 9 м/с",
  party: "force_majeure",
  crews: [{ id: 5, code: "БР-5", lead: "Виталий Громов", workers: 8, hours: "4" }],
  manHours: "32",
  author,
  photos: [],
  createdAt: "2026-09-10T11:20:00.000Z",
  withdrawn: null,
  version: 1,
  can: { undoUntil: "2026-09-10T11:30:00.000Z", withdraw: false },
} as const;

export const note = { ...record, kind: "note", code: "unloading", text: null, party: null } as const;

const work = { id: 7, code: "МОД", name: "Монтаж модулей", unit: "шт" } as const;

export const day = {
  object: { id: 3, name: "СПК Блок Б" },
  date: "2026-09-10",
  today: "2026-09-10",
  shift: "day",
  shiftHours: "8",
  part: {
    foreman: author,
    closing: null,
    canClose: true,
  },
  parts: [{ foreman: author, closing: null, canClose: true }],
  records: [record],
  crews: [{ id: 5, code: "БР-5", name: "Модули-1", lead: "Виталий Громов", size: 8 }],
  canRecord: true,
} as const;

export const lines = {
  foremanId: 11,
  lines: { entered: 4, total: 5 },
  silent: [{ floorVolumeId: 51, workType: work, facade: "Юг", floor: "11", planToday: "12", crewId: 5 }],
} as const;

export const closing = {
  id: 9,
  objectId: 3,
  date: "2026-09-10",
  shift: "day",
  foremanId: 11,
  at: "2026-09-10T14:05:00.000Z",
  by: 11,
  silent: 1,
  reopenedAt: null,
  version: 1,
} as const;
