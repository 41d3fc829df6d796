/** The work schedule: its list, what is shown before a signature, waiting decisions. */
export const gpr = {
  "command.gpr": "Work schedule",
  "help.gpr": "the work schedule",
  "gpr.list.current": "Schedules",
  "gpr.list.title_current": "📅 Work schedules · {number}",
  "gpr.list.empty": "📅 No schedules",
  "gpr.list.empty_current": "One comes here when a project manager sends it to be signed.",
  "gpr.sign.rows": "Your rows",
  "gpr.sign.content": "Content",
  "gpr.sign.behalf": "In place of",
  "gpr.sign.yes": "I sign",
  "approvals.gpr_signature": "a schedule to sign",
  "approvals.gpr_shift": "a shift of the schedule",
  "approvals.count.gpr_signature": "schedules to sign {count}",
  "approvals.count.gpr_shift": "shifts of the schedule {count}",
} as const;
