/** The role whose privileges the services have; logins are members of it. */
export const APPLICATION_ROLE = "stsphera_app";

/** Rows can only be added and read. */
const APPEND_ONLY = ["audit_log", "audit_chain"] as const;

/** Rows are never changed, and deleted when they are old. */
const WRITTEN_ONCE = ["ops_records"];

/** Columns of a ledger entry that decisions and explanations write; the recorded work cannot be changed. */
export const LEDGER_STATUS = [
  "status",
  "decided_by",
  "decided_at",
  "decided_on_behalf_of",
  "return_reason",
  "reason_code",
  "reason_text",
  "version",
] as const;

/** Tables whose rows may be deleted: derived ones that are rebuilt, bookkeeping, and what users remove. */
const DELETABLE = [
  "alerts",
  "attachments",
  "audit_personal",
  "bot_dialogues",
  "bot_updates",
  "chat_cards",
  "chat_codes",
  "chat_copies",
  "chat_queues",
  "deliveries",
  "department_heads",
  "facades",
  "files",
  "floor_volumes",
  "floors",
  "gpr_links",
  "gpr_rows",
  "gpr_steps",
  "idempotency_keys",
  "journal_photos",
  "message_folds",
  "notification_settings",
  "notifications",
  "object_calendar_days",
  "object_drafts",
  "object_plan_curve",
  "object_roles",
  "object_work_sums",
  "object_workdays",
  "outbox",
  "passkeys",
  "pending_decisions",
  "plan_curve",
  "push_messages",
  "push_subscriptions",
  "put_off_requests",
  "refresh_tokens",
  "supply_lines",
  "schedule_claims",
  "sessions",
  "sign_in_links",
  "task_checklist_items",
  "telegram_limits",
  "webauthn_challenges",
  "zones",
];

/** The privileges on a table, as listed in GRANT. */
export function rightsOn(table: string): string {
  if (APPEND_ONLY.some((one) => one === table)) return "select, insert";
  if (table === "daily_plan_fact") return `select, insert, update (${LEDGER_STATUS.join(", ")})`;
  if (WRITTEN_ONCE.includes(table)) return "select, insert, delete";
  return DELETABLE.includes(table) ? "select, insert, update, delete" : "select, insert, update";
}
