const requester = { id: 14, fullName: "Сергей Белов" };
const buyer = { id: 22, fullName: "Ольга Гущина" };

export const material = {
  id: 12,
  objectId: null,
  code: "ГШ-600",
  name: "Герметик шовный, туба 600 мл",
  unit: "шт",
  active: true,
  version: 1,
};

export const summary = {
  id: 103,
  objectId: 3,
  objectName: "СПК Блок Б",
  number: 103,
  title: "Герметик шовный, туба 600 мл",
  quantity: "400",
  unit: "шт",
  lineCount: 1,
  status: "requested",
  stateDays: 2,
  amount: "186000",
  needOn: "2026-09-12",
  supplier: null,
  promisedOn: null,
  lateDays: 0,
  requester,
  createdAt: "2026-09-08T06:20:00.000Z",
  version: 1,
};

const line = {
  id: 501,
  materialId: 12,
  code: "ГШ-600",
  name: "Герметик шовный, туба 600 мл",
  unit: "шт",
  quantity: "400",
  shipped: "0",
  received: "0",
  waived: "0",
  rest: "400",
  onWay: "0",
};

export const card = {
  ...summary,
  why: "на складе 22 шт, на 1,5 смены",
  aboveLimit: false,
  lines: [line],
  promises: [],
  receipts: [],
  discrepancies: [],
  twins: [{ id: 97, number: 97, status: "shipped", quantity: "60", unit: "шт" }],
  files: [],
  moves: [],
  can: { actions: ["approve", "reject", "cancel"], undoUntil: null, discrepancy: null },
};

export const received = {
  ...card,
  status: "partially_received",
  supplier: "ООО «Герметик-Снаб»",
  promisedOn: "2026-09-11",
  lines: [{ ...line, shipped: "380", received: "380", rest: "20" }],
  promises: [{ promisedOn: "2026-09-11", reason: null, by: buyer, at: "2026-09-09T08:10:00.000Z" }],
  receipts: [
    {
      id: 31,
      by: requester,
      at: "2026-09-11T08:02:00.000Z",
      undoneAt: null,
      lines: [{ name: line.name, unit: "шт", papers: "400", counted: "380" }],
      files: [],
    },
  ],
  discrepancies: [
    {
      id: 7,
      lineId: 501,
      name: line.name,
      unit: "шт",
      quantity: "20",
      status: "open",
      reason: null,
      createdAt: "2026-09-11T08:02:00.000Z",
      version: 1,
    },
  ],
  twins: [],
  version: 5,
  can: {
    actions: ["ship", "cancel", "promise", "attach"],
    undoUntil: null,
    discrepancy: { id: 7, version: 1, actions: ["agree", "claim"] },
  },
};

export const state = { id: 103, version: 2, status: "approved", actions: ["order", "cancel"] };
export const receivedState = {
  id: 103,
  version: 5,
  status: "partially_received",
  actions: ["ship", "cancel"],
};
export const settled = { id: 7, version: 2, status: "claimed", actions: ["close"] };
