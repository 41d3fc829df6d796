const manager = { id: 4, fullName: "Максим Дёмин" };
const foreman = { id: 12, fullName: "Сергей Белов" };
const [first, second] = ["5b0f6f1e-6a51-4d0e-9d53-0f5e3c6e7a11", "c2a7d4f0-2f0a-4b7e-8f3c-1d9a5e6b7c22"];

const modules = { key: first, number: 97, name: "Монтаж модулей, Восток 5" };
const sealing = { key: second, number: 98, name: "Герметизация, Восток 5" };
const finish = { before: "2026-10-17", after: "2026-10-23", workdays: 5 };

export const how = { by: "days", workdays: 5 };
export const asked = { rows: [first], how };
export const shift = { ...asked, reason: "Модули придут 31 августа" };

export const preview = {
  moved: [
    {
      ...modules,
      leaf: true,
      critical: true,
      owner: foreman,
      before: { start: "2026-08-24", finish: "2026-10-03" },
      after: { start: "2026-08-31", finish: "2026-10-09" },
      workdays: 5,
    },
  ],
  criticalMoved: 1,
  finish,
  touched: [foreman],
};
export const shifted = { id: 5, gprId: 3, moved: 1, finish, touched: [foreman] };

const answer = {
  id: 9,
  owner: foreman,
  status: "objected",
  text: "После 5 октября ветер не даст работать",
  answeredBy: foreman,
  answeredAt: "2026-08-20T09:00:00.000Z",
  rows: 1,
  version: 2,
  yours: false,
};
export const listed = {
  id: 5,
  gprId: 3,
  objectId: 3,
  by: manager,
  at: "2026-08-20T08:00:00.000Z",
  reason: shift.reason,
  how,
  rows: [modules],
  chosen: 1,
  moved: 1,
  finish,
  answers: [answer],
};
export const answered = { id: 9, version: 2, status: "objected", actions: [] };
export const objection = { move: "object", version: 1, reason: answer.text };

export const progress = { rows: [{ key: second, actualStart: "2026-08-24", remaining: 4 }] };
export const progressSet = { id: 3, rows: 1, finish };

export const comparison = {
  id: 3,
  objectId: 3,
  number: 2,
  version: 7,
  dataDate: "2026-09-10",
  base: { id: 1, number: 1 },
  whole: {
    plannedPct: 73.1,
    donePct: 59,
    baseFinish: "2026-09-26",
    planFinish: "2026-10-17",
    forecastFinish: "2026-10-31",
    finishLate: 12,
    baseLate: 30,
    late: 6,
  },
  rows: [
    {
      key: first,
      base: { start: "2026-08-03", finish: "2026-09-12" },
      plan: { start: "2026-08-24", finish: "2026-10-03" },
      forecast: { start: "2026-08-24", finish: "2026-10-12" },
      fact: {
        start: "2026-08-24",
        finish: null,
        remaining: 28,
        source: "ledger",
        quantity: { fact: "69", plan: "288" },
      },
      plannedPct: 41.7,
      donePct: 24,
      startLate: 0,
      finishLate: 7,
      baseLate: 22,
      float: 0,
      critical: true,
      heldUntil: null,
      added: 0,
    },
  ],
  can: { shift: true, progress: true, rebase: true },
};

const link = { from: first, to: second, type: "FS", lag: 2, unit: "work" };
export const why = {
  row: sealing,
  start: "2026-10-15",
  finish: "2026-10-21",
  reason: { kind: "link", link, of: null, drivenBy: first },
  text: "После окончания строки 97 «Монтаж модулей, Восток 5», через 2 раб. дня",
  drivenBy: modules,
  daysOff: null,
  gaveWay: null,
  path: [
    { ...sealing, start: "2026-10-15", finish: "2026-10-21" },
    { ...modules, start: "2026-08-24", finish: "2026-10-12" },
  ],
};

const held = {
  ...modules,
  department: "construction",
  owner: foreman,
  start: "2026-08-24",
  finish: "2026-10-12",
  workdays: 43,
};
export const holding = {
  finish: "2026-10-12",
  rows: [held],
  owners: [{ owner: foreman, department: "construction", rows: 1, workdays: 43, next: held }],
};
