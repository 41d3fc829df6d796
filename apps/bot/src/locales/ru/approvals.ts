/** Everything that waits for a user's decision. */
export const approvals = {
  "approvals.title": "🔔 Ждут вас · {number}",
  "approvals.open": "Разобрать · {number}",
  "approvals.back": "← Ждут вас",
  "approvals.person": "ждёт доступа",
  "approvals.fact_days_one": "факт за {day}, {count} запись",
  "approvals.fact_days_few": "факт за {day}, {count} записи",
  "approvals.fact_days_many": "факт за {day}, {count} записей",
  "approvals.fact_days_other": "факт за {day}, {count} записи",
  "approvals.fact_returned": "факт возвращён, исправьте",
  "approvals.fix": "Исправить: {title}",
  "approvals.zone_to_lead": "захватка без прораба",
  "approvals.overdue": "просрочено",
  "approvals.count.fact_days": "факт {count}",
  "approvals.count.fact_returned": "исправить {count}",
  "approvals.count.zone_to_lead": "захватки {count}",
  "approvals.count.person": "люди {count}",
} as const;
