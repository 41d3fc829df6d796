import type { Invitation } from "@stsphera/contracts";

export const user = {
  id: 12,
  telegramId: "1000011",
  fullName: "Сергей Белов",
  role: "construction_itr",
  department: "construction",
  locale: "ru",
  timeZone: "Europe/Moscow",
  status: "active",
};

export const userRow = { ...user, createdAt: "2026-09-01T06:30:00.000Z", version: 1 };

export const userCard = {
  ...userRow,
  phone: "+79991234567",
  username: "sbelov",
  can: { actions: ["deactivate", "erase"], changeRole: true, takeData: true, giveLink: true },
};

export const me = {
  user,
  permissions: ["org.view", "profile.edit", "notifications.own", "delegation.own"],
  objects: [
    {
      id: 3,
      name: "СПК Блок Б",
      roles: ["construction_itr"],
      permissions: ["object.view", "fact.view", "fact.enter"],
      today: "2026-09-08",
    },
  ],
};

export const ref = { id: 12, fullName: "Сергей Белов" };
const manager = { id: 4, fullName: "Олег Дёмин" };

/** Typed by its schema, because the example of the route is built from it. */
export const invitation: Invitation = {
  id: 6,
  code: "q7Zk2mXw9LrT4vB8nYc3dA",
  objectId: 3,
  role: "installer",
  crew: { id: 4, name: "Бригада 1" },
  immediate: true,
  maxUses: 10,
  uses: 2,
  waiting: 0,
  state: "open",
  expiresAt: "2026-09-15T07:00:00.000Z",
  createdBy: manager,
  createdAt: "2026-09-08T07:00:00.000Z",
  revokedAt: null,
  version: 1,
};

export const delegation = {
  id: 9,
  principal: ref,
  deputy: { id: 14, fullName: "Дарья Орлова" },
  object: { id: 3, name: "СПК Блок Б" },
  fromDay: "2026-09-08",
  toDay: "2026-09-12",
  state: "current",
  createdBy: manager,
  createdAt: "2026-09-08T05:00:00.000Z",
  endedAt: null,
  canEnd: true,
  version: 1,
};

export const org = {
  departments: [
    {
      code: "construction",
      head: ref,
      headVersion: 1,
      peopleCount: 14,
      people: [{ ...ref, role: "construction_itr", load: { openTasks: 4, overdueTasks: 1 } }],
    },
  ],
  withoutDepartment: {
    peopleCount: 1,
    people: [{ id: 1, fullName: "Пётр Тихонов", role: "admin", load: null }],
  },
};

export const available = {
  ...ref,
  role: "construction_itr",
  department: "construction",
  member: true,
  roles: ["construction_itr"],
};

export const kpi = {
  from: "2026-08-10",
  to: "2026-09-08",
  facts: { shifts: 26, onTime: 24 },
  tasks: {
    doneOnTime: 11,
    doneLate: 2,
    doneWithoutDeadline: 3,
    onTimePct: "84.6",
    overdueNow: 1,
    declined: 1,
  },
  reaction: { tasks: 14, meanMinutes: 35 },
};

export const notificationSettings = {
  muted: ["documents"],
  inDigest: ["facts"],
  quietFrom: "21:00",
  quietTo: "07:30",
  morningDigest: true,
  digestAt: "07:15",
  ownDigestTime: false,
  eveningAt: null,
  daysOff: "object",
  version: 1,
};

export const activity = {
  id: 9001,
  at: "2026-09-08T05:10:00.000Z",
  action: "task.change_status",
  entityType: "task",
  entityId: 41,
  about: { text: "Испытать анкеры" },
  object: { id: 3, name: "СПК Блок Б" },
  onBehalfOf: null,
  reason: null,
  before: { status: "assigned" },
  after: { status: "in_progress" },
};
