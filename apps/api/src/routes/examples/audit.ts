export const entry = {
  id: 9001,
  at: "2026-09-08T05:10:00.000Z",
  action: "task.change_status",
  entityType: "task",
  entityId: 41,
  objectId: 3,
  actor: { id: 14, fullName: "Дарья Орлова" },
  job: null,
  onBehalfOf: { id: 12, fullName: "Сергей Белов" },
  by: null,
  reason: null,
  changes: [{ field: "status", before: "assigned", after: "in_progress" }],
  commandId: "0f6f4d0e-0f5d-4a9e-9a1c-5d2f5f9f0b11",
  requestId: "6e2f0a51-3c0c-4f0e-9d0e-0b6a4f6f2c11",
};

export const record = {
  id: 9001,
  at: "2026-09-08T05:10:00.000Z",
  action: "task.change_status",
  what: "В работе задача",
  entityType: "task",
  entityId: 41,
  kind: "Задача",
  thing: "Смонтировать модули, этаж 14",
  object: { id: 3, name: "СПК Блок Б" },
  actor: { id: 14, fullName: "Дарья Орлова" },
  job: null,
  onBehalfOf: { id: 12, fullName: "Сергей Белов" },
  source: "app",
  byRule: false,
  reason: null,
  changes: [{ field: "Состояние", before: "Назначена", after: "В работе" }],
};

export const made = {
  key: "0f6f4d0e-0f5d-4a9e-9a1c-5d2f5f9f0b11",
  fileName: "Журнал изменений 2026-09-08.csv",
  expiresAt: "2026-09-08T05:25:00.000Z",
};
