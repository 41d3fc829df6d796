/** Everything that waits for a user's decision. */
export const approvals = {
  "approvals.title": "🔔 Ждут вас · {number}",
  "approvals.open": "Разобрать · {number}",
  "approvals.back": "← Ждут вас",
  "approvals.fix": "Исправить: {title}",
  "approvals.behalf": "по замещению: {name}",
  "approvals.overdue": "просрочено",
} as const;
