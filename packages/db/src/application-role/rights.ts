/** The role whose rights the services work with; logins are members of it. */
export const APPLICATION_ROLE = "stsphera_app";

/** Rows are added and read, nothing else. */
const APPEND_ONLY = ["audit_log", "audit_chain"] as const;

/** What a decision or an explanation writes into a ledger entry; what was done is out of reach. */
export const LEDGER_STATUS = [
  "status",
  "decided_by",
  "decided_at",
  "return_reason",
  "reason_code",
  "reason_text",
  "version",
] as const;

/** Tables whose rows go again: derived ones that are rebuilt, bookkeeping, and what people take away. */
const DELETABLE = [
  "attachments",
  "bot_updates",
  "chat_cards",
  "deliveries",
  "department_heads",
  "facades",
  "floor_volumes",
  "floors",
  "idempotency_keys",
  "journal_photos",
  "object_calendar_days",
  "object_drafts",
  "object_plan_curve",
  "object_roles",
  "object_work_sums",
  "object_workdays",
  "pending_decisions",
  "plan_curve",
  "refresh_tokens",
];

/** The rights on a table of the product, as GRANT spells them. */
export function rightsOn(table: string): string {
  if (APPEND_ONLY.some((one) => one === table)) return "select, insert";
  if (table === "daily_plan_fact") return `select, insert, update (${LEDGER_STATUS.join(", ")})`;
  return DELETABLE.includes(table) ? "select, insert, update, delete" : "select, insert, update";
}
