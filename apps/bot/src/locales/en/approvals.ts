/** Everything that waits for a user's decision. */
export const approvals = {
  "approvals.title": "🔔 Waiting for you · {number}",
  "approvals.open": "Work through · {number}",
  "approvals.back": "← Waiting for you",
  "approvals.fix": "Correct: {title}",
  "approvals.behalf": "for {name}",
  "approvals.overdue": "overdue",
} as const;
