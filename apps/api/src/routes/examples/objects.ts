export const summary = {
  id: 3,
  code: "SPK-B",
  name: "СПК Блок Б",
  city: "Москва",
  address: "проезд Стеклодувов, вл. 6",
  status: "active",
  facadeTypes: ["spk_modular"],
  deadline: "2026-10-17",
  progressPct: "59.4",
  overdueTasks: 3,
  myRoles: ["project_manager"],
  version: 5,
};

export const listed = { ...summary, plannedPct: "63.1", health: "amber" };

export const facade = { id: 7, code: "Ю", name: "Юг", sort: 1 };
export const floor = { id: 21, code: "11", sort: 11 };
const member = { userId: 12, fullName: "Сергей Белов", status: "active", roles: ["construction_itr"] };

export const teamMember = {
  ...member,
  role: "construction_itr",
  since: "2026-04-01T06:00:00.000Z",
  phone: "+79161234217",
  load: { openTasks: 4, overdueTasks: 1 },
  deputies: [],
};

export const settings = {
  objectId: 3,
  gateMode: "complete",
  moduleFactSource: "entry",
  approvalLimit: "500000",
  shiftStart: "08:00",
  shiftEnd: "17:00",
  shiftHours: "8",
  dayCutoff: "06:00",
  photosDueFrom: "2026-04-15",
  version: 5,
};

export const card = {
  ...summary,
  contractNo: "СБ-14/26",
  contractDate: "2026-03-20",
  startDate: "2026-04-15",
  customer: "ООО «СЗ «Стеклодувы»",
  timeZone: "Europe/Moscow",
  workWeek: [1, 2, 3, 4, 5, 6],
  followTransfers: false,
  shiftStart: "08:00",
  shiftEnd: "17:00",
  today: "2026-09-08",
  heldSince: null,
  calendarProvisional: false,
  budget: "302400000",
  team: [member],
  facades: [facade],
  floors: [floor],
  can: { actions: ["hold", "complete"], permissions: ["object.view", "fact.enter"], enterFact: true },
};

export const state = {
  id: 3,
  code: "SPK-B",
  name: "СПК Блок Б",
  status: "active",
  version: 5,
  can: { actions: ["hold", "complete"] },
};

const ratio = { plan: "1152", fact: "684", pct: "59.4" };
const rate = { needed: "12.5", reached: "10.2" };

export const objectDashboard = {
  object: {
    id: 3,
    code: "SPK-B",
    name: "СПК Блок Б",
    status: "active",
    deadline: "2026-10-17",
    today: "2026-09-08",
    week: { current: 21, last: 27 },
  },
  progress: { pct: "59.4", plannedPct: "64.1", health: "amber" },
  modules: ratio,
  brackets: { plan: "1184", fact: "1184", pct: "100.0" },
  workTypes: [
    {
      id: 4,
      code: "МОД",
      name: "Модули",
      unit: "шт",
      plan: "1152",
      fact: "684",
      pct: "59.4",
      remaining: "468",
      finish: "2026-10-03",
      rate,
    },
  ],
  facades: [
    {
      id: 7,
      code: "Ю",
      name: "Юг",
      pct: "61.2",
      plannedPct: "64.0",
      health: "amber",
      status: "in_work",
      modules: ratio,
      floors: [{ code: "11", plan: "36", fact: "12", accepted: "0", defects: 0 }],
    },
  ],
  rate,
  forecast: { date: "2026-10-22", p50: "2026-10-21", p80: "2026-10-27", lateDays: 4, provisional: false },
  sinceYesterday: {
    day: "2026-09-07",
    points: "0.8",
    modules: "10",
    brackets: "0",
    shifts: { total: 3, closed: 2, byItself: 0, silent: 4, idle: [{ party: "own_supply", hours: "32" }] },
    planChanges: 1,
  },
  today: { entries: 1, modules: "10", brackets: "0", points: "0.8", photos: 3 },
  toConfirm: 2,
};

const part = {
  weight: "37.6",
  pct: "59.4",
  plannedPct: "64.1",
  health: "amber",
  points: "-1.8",
  finish: "2026-10-03",
  pace: {
    ...rate,
    shiftsLeft: 20,
    worked: 9,
    date: "2026-10-12",
    lateDays: 9,
    shortHours: "613.6",
  },
};

export const objectBreakdown = {
  object: { id: 3, name: "СПК Блок Б", status: "active", today: "2026-09-08", deadline: "2026-10-17" },
  progress: { pct: "59.4", plannedPct: "64.1", health: "amber" },
  hours: { plan: "15942.3", earned: "9406.7", remaining: "6535.6" },
  works: [
    {
      ...part,
      id: 4,
      code: "МОД",
      name: "Модули",
      unit: "шт",
      plan: "1152",
      fact: "684",
      remaining: "468",
    },
  ],
  facades: [{ ...part, id: 7, code: "Ю", name: "Юг" }],
  forecast: {
    forecast: { date: "2026-10-22", p50: "2026-10-21", p80: "2026-10-27", lateDays: 4, provisional: false },
    rate,
    shiftsLeft: 32,
    daysOff: 5,
    shifts: [{ day: "2026-09-07", hours: "149.2" }],
  },
  lateTasks: {
    total: 1,
    items: [
      {
        id: 5,
        title: "Выправить кронштейны Юг 5",
        deadline: "2026-09-03",
        lateDays: 3,
        facadeId: 7,
      },
    ],
  },
};

export const dashboard = {
  objects: [
    {
      id: 3,
      code: "SPK-B",
      name: "СПК Блок Б",
      status: "active",
      deadline: "2026-10-17",
      pct: "59.4",
      plannedPct: "64.1",
      health: "amber",
      modules: ratio,
      brackets: { plan: "1184", fact: "1184", pct: "100.0" },
      forecastDate: "2026-10-22",
      idleHours: "32",
      lateDays: 4,
    },
  ],
  objectsTotal: 1,
  hero: objectDashboard,
  waiting: {
    decisions: {
      fact_days: 2,
      fact_returned: 0,
      task_to_take: 0,
      task_to_unblock: 0,
      task_to_judge: 2,
      reschedule: 1,
      extra_to_decide: 0,
      gpr_signature: 0,
      gpr_shift: 0,
      defect_to_assign: 1,
      defect_to_start: 0,
      defect_to_fix: 0,
      defect_to_verify: 1,
      defect_to_settle: 0,
      supply_to_approve: 1,
      supply_to_order: 0,
      supply_to_receive: 0,
      supply_to_settle: 0,
      zone_to_lead: 0,
      person: 0,
      erasure: 0,
    },
    unread: 1,
    tasks: 4,
    tasksToday: 1,
  },
};

const mapSums = { pct: "33.3", remaining: "24", week: "6" };

export const facadeMap = {
  today: "2026-09-08",
  work: "module",
  unit: "шт",
  works: [{ id: 4, code: "МОД", name: "Модули", unit: "шт", group: "module", facadeIds: [7] }],
  floors: [{ id: 21, code: "11" }],
  facades: [
    {
      id: 7,
      code: "Ю",
      name: "Юг",
      ...mapSums,
      floors: [
        {
          id: 21,
          code: "11",
          floorVolumeId: 310,
          plan: "36",
          fact: "12",
          accepted: "0",
          defects: 0,
          ...mapSums,
        },
      ],
    },
  ],
};
