/** Names of what is kept from the server; a write tells which of them it changed. */
export const queryKeys = {
  dashboard: () => ["dashboard"] as const,
  objects: () => ["objects"] as const,
  object: (id: number) => ["object", id] as const,
  objectDashboard: (id: number) => ["object-dashboard", id] as const,
  objectBreakdown: (id: number) => ["object-breakdown", id] as const,
  factForm: (id: number, date: string | null, shift: string | null = null) =>
    ["day-form", id, date, shift] as const,
  otherLines: (id: number, date: string, shift: string) => ["day-form", id, date, shift, "others"] as const,
  journal: (id: number, date: string) => ["journal", id, date] as const,
  facts: (id: number, date: string) => ["facts", id, date] as const,
  shift: (id: number, date: string, shift: string) => ["shift", id, date, shift] as const,
  shiftLines: (id: number, date: string, shift: string, foremanId: number | null) =>
    ["shift", id, date, shift, "lines", foremanId] as const,
  extras: (of: number | "all" | "totals", filters: Readonly<Record<string, string>>) =>
    ["extras", of, filters] as const,
  revisions: (id: number) => ["extras", id, "revisions"] as const,
  gprVersions: (id: number) => ["gpr", "versions", id] as const,
  defects: (of: number, filters: Readonly<Record<string, string>>) => ["defects", of, filters] as const,
  supplies: (of: number, filters: Readonly<Record<string, string>>) =>
    ["supply", "list", of, filters] as const,
  supply: (id: number) => ["supply", id] as const,
  defect: (id: number) => ["defect", id] as const,
  extra: (id: number) => ["extra", id] as const,
  gpr: (id: number) => ["gpr", id] as const,
  gprRows: (id: number) => ["gpr", id, "rows"] as const,
  zones: (id: number) => ["zones", id] as const,
  chats: (id: number) => ["chats", id] as const,
  crews: (id: number) => ["crews", id] as const,
  task: (id: number) => ["task", id] as const,
  taskComments: (id: number) => ["task-comments", id] as const,
  tasks: (of: number | "mine", filters: Readonly<Record<string, string>>) => ["tasks", of, filters] as const,
  waiting: (kind: string) => ["waiting", kind] as const,
  notifications: (filter: string) => ["notifications", filter] as const,
  notificationSummary: () => ["notification-summary"] as const,
};
