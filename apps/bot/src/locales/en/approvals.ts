/** Everything that waits for a person's decision. */
export const approvals = {
  "approvals.title": "🔔 Waiting for you · {number}",
  "approvals.open": "Work through · {number}",
  "approvals.back": "← Waiting for you",
  "approvals.task_to_take": "to be taken",
  "approvals.task_to_judge": "to be checked",
  "approvals.reschedule": "asks for {day}",
  "approvals.person": "waits for access",
  "approvals.fact_days_one": "facts of {day}, {count} entry",
  "approvals.fact_days_other": "facts of {day}, {count} entries",
  "approvals.overdue": "overdue",
  "approvals.count.fact_days": "facts {count}",
  "approvals.count.task_to_judge": "checks {count}",
  "approvals.count.reschedule": "dates {count}",
  "approvals.count.task_to_take": "tasks {count}",
  "approvals.count.person": "people {count}",
} as const;
