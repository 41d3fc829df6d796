/** Everything that waits for a user's decision. */
export const approvals = {
  "approvals.title": "🔔 Waiting for you · {number}",
  "approvals.open": "Work through · {number}",
  "approvals.back": "← Waiting for you",
  "approvals.person": "waits for access",
  "approvals.erasure": "asks for erasure",
  "approvals.fact_days_one": "facts of {day}, {count} entry",
  "approvals.fact_days_other": "facts of {day}, {count} entries",
  "approvals.fact_returned": "fact returned, correct it",
  "approvals.fix": "Correct: {title}",
  "approvals.zone_to_lead": "a zone without a foreman",
  "approvals.overdue": "overdue",
  "approvals.count.fact_days": "facts {count}",
  "approvals.count.fact_returned": "to correct {count}",
  "approvals.count.zone_to_lead": "zones {count}",
  "approvals.count.person": "people {count}",
  "approvals.count.erasure": "erasures {count}",
} as const;
