const reporter = { id: 14, fullName: "Андрей Жилин" };
const responsible = { id: 31, fullName: "Роман Громов" };

export const summary = {
  id: 8,
  objectId: 3,
  objectName: "СПК Блок Б",
  number: 1,
  title: "Кронштейн 9 мм от оси",
  severity: "critical",
  status: "assigned",
  facadeId: 5,
  facade: "Восток",
  floorId: 31,
  floor: "5",
  axes: "Д–Е",
  dueOn: "2026-09-10",
  overdue: false,
  ageDays: 2,
  responsible,
  createdAt: "2026-09-07T11:20:00.000Z",
  version: 2,
};

export const card = {
  ...summary,
  reporter,
  workType: { id: 6, code: "КРН", name: "Установка кронштейнов", unit: "шт" },
  crew: "Громов",
  origin: "installation",
  before: [],
  after: [],
  moves: [],
  can: { actions: ["start", "dispute"], undoUntil: null },
};

export const state = { id: 8, version: 3, status: "in_work", actions: ["fix", "dispute"] };

export const totals = {
  open: 3,
  critical: 1,
  overdue: 0,
  repeats: [{ crew: "Громов", work: "Установка кронштейнов", total: 4, fixed: 3, reopened: 1 }],
};
