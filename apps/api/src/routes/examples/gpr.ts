const manager = { id: 4, fullName: "Максим Дёмин" };
const foreman = { id: 12, fullName: "Сергей Белов" };
const hash = "7f3a0c5be41d92a86f0b3d7e5c1a9482d6e07b35f8142c9a0e6d5b3f7a8c91c2";
const [first, second] = ["5b0f6f1e-6a51-4d0e-9d53-0f5e3c6e7a11", "c2a7d4f0-2f0a-4b7e-8f3c-1d9a5e6b7c22"];

export const summary = {
  id: 3,
  objectId: 3,
  objectName: "НВФ Школа на 1100 мест",
  title: "ГПР, версия 1",
  number: 1,
  status: "pending_signatures",
  signed: 1,
  signers: 2,
  sentAt: "2026-09-09T06:00:00.000Z",
  activatedAt: null,
  version: 4,
};

export const card = {
  ...summary,
  startOn: "2026-10-12",
  finishOn: "2027-06-18",
  hash,
  rows: 112,
  mine: { rows: 14, from: "2026-10-12", to: "2026-12-18" },
  departments: [{ department: "construction", rows: 31, from: "2026-11-02", to: "2027-06-18" }],
  signatures: [
    {
      role: "project_manager",
      signer: manager,
      askedAt: summary.sentAt,
      signedAt: "2026-09-09T06:10:00.000Z",
      signedBy: manager,
      yours: false,
    },
    {
      role: "construction_itr",
      signer: foreman,
      askedAt: summary.sentAt,
      signedAt: null,
      signedBy: null,
      yours: true,
    },
  ],
  changes: null,
  shift: null,
  moves: [
    {
      id: 91,
      move: "send",
      from: "draft",
      to: "pending_signatures",
      by: manager,
      onBehalfOf: null,
      at: summary.sentAt,
      reason: null,
      undoneAt: null,
    },
  ],
  can: { actions: ["sign", "remark"], edit: false },
};

const row = {
  key: first,
  number: 97,
  parent: null,
  name: "Монтаж модулей, Восток",
  department: "construction",
  ownerId: foreman.id,
  quantity: "288",
  unit: "шт",
  work: "МОД",
  facadeId: 7,
  duration: 36,
  constraint: { kind: "not_earlier", edge: "start", day: "2026-08-24" },
  version: 2,
  start: "2026-08-24",
  finish: "2026-10-03",
  float: 0,
  critical: true,
};
const link = { from: first, to: second, type: "FS", lag: 2, unit: "work" };

export const content = {
  id: 3,
  objectId: 3,
  number: 1,
  status: "draft",
  startOn: "2026-08-24",
  hash: null,
  version: 4,
  finish: "2026-10-13",
  rows: [
    row,
    {
      ...row,
      key: second,
      number: 98,
      name: "Герметизация, Восток",
      work: "ГЕР",
      constraint: null,
      duration: 5,
    },
  ],
  links: [link],
  people: [foreman],
  facades: [{ id: 7, code: "В", name: "Восток" }],
  can: { edit: true, undo: true, redo: false },
};

export const templates = {
  templates: [{ code: "nvf", name: "НВФ", rows: 120, links: 160, own: false }],
  can: { manage: true },
};
export const state = { id: 3, version: 5, status: "pending_signatures", actions: ["recall"] };
export const signed = { ...state, actions: ["sign", "remark"] };
export const created = { id: 3, version: 1, status: "draft", number: 1 };
export const edited = {
  id: 3,
  version: 5,
  status: "draft",
  rows: [{ key: first, number: 97, version: 3 }],
  removed: [],
};
export const edits = [
  { do: "set", rows: [{ key: first, version: 2 }], fields: { duration: 34 } },
  { do: "link", ...link },
];
export const remark = { text: "Строка 97: за 36 дней не успеем", rows: [first] };
export const signature = { hash: hash.slice(0, 16) };
export const diff = {
  before: { id: 3, number: 1 },
  after: { id: 8, number: 2 },
  added: [{ key: second, number: 131, name: "Снятие подъёмника" }],
  removed: [],
  changed: [
    {
      key: first,
      number: 97,
      name: row.name,
      changes: [
        {
          kind: "moved",
          workdays: 15,
          before: { start: "2026-08-03", finish: "2026-09-12" },
          after: { start: row.start, finish: row.finish },
        },
        { kind: "owner", before: foreman, after: { id: 18, fullName: "Николай Жилин" } },
      ],
    },
  ],
  finish: { before: "2026-09-30", after: "2026-10-17", workdays: 15 },
};
export const templateDates = {
  startOn: "2026-10-12",
  finishOn: "2027-06-18",
  rows: 112,
  links: 160,
  departments: [{ department: "construction", rows: 31, from: "2026-12-02", to: "2027-06-11" }],
};
