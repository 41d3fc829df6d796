/**
 * How long rows of a table are kept: for good, as business data or history; with the thing they are derived from; one
 * for each chat or person, so that their number is bounded; or for some days, after which the rows of `old` are deleted.
 */
export type Retention =
  | "business"
  | "history"
  | "derived"
  | "bounded"
  | {
      days: number;
      /** Condition on the row `t`; $1 is the instant before which it is old. An index must serve it. */
      old: string;
    };

/** Every table of the schema. A test fails for a table that is missing here. */
export const RETENTION: Readonly<Record<string, Retention>> = {
  // Goes with its alert.
  alert_sendings: "derived",
  alert_states: "bounded",
  alerts: { days: 365, old: "at < $1" },
  attachments: "business",
  audit_chain: "history",
  audit_log: "history",
  // Until the erasure of a person.
  audit_personal: "business",
  audit_walk: "bounded",
  // The state of the conversation, one row for each person in a chat.
  bot_dialogues: "bounded",
  bot_updates: { days: 7, old: "done_at < $1" },
  chat_codes: { days: 60, old: "expires_at < $1" },
  chat_copies: { days: 1, old: "at < $1" },
  chat_cards: { days: 180, old: "updated_at < $1" },
  chat_queues: "bounded",
  consent_texts: "business",
  consents: "business",
  crew_members: "business",
  crews: "business",
  daily_plan_fact: "business",
  defect_escalations: "history",
  defects: "business",
  delegations: "business",
  deliveries: { days: 30, old: "created_at < $1 and status in ('sent', 'superseded', 'failed')" },
  department_heads: "business",
  entity_moves: "history",
  facades: "business",
  fact_photos: "business",
  extra_work_steps: "history",
  extra_works: "business",
  // A refused upload that belongs to nothing; its uploader was told why.
  files: {
    days: 90,
    old: `created_at < $1 and status = 'failed'
      and not exists (select from attachments where file_id = t.id)
      and not exists (select from journal_photos where file_id = t.id)
      and not exists (select from fact_photos where file_id = t.id)
      and not exists (select from task_files where file_id = t.id)`,
  },
  floor_volumes: "business",
  floors: "business",
  gpr_answers: "business",
  gpr_forecasts: "business",
  gpr_links: "business",
  gpr_rows: "business",
  gpr_shifts: "business",
  gpr_signatures: "business",
  // Nobody takes back a step of the last season.
  gpr_steps: { days: 90, old: "at < $1" },
  gpr_templates: "business",
  gpr_versions: "business",
  idempotency_keys: { days: 14, old: "created_at < $1" },
  invitation_uses: "business",
  invitations: "business",
  journal_photos: "business",
  materials: "business",
  notification_settings: "bounded",
  message_folds: { days: 30, old: "started_at < $1" },
  // A row is renewed by the news of its thing; a message about it is deleted before.
  notifications: {
    days: 365,
    old: "updated_at < $1 and not exists (select from deliveries where notification_id = t.id)",
  },
  object_calendar_days: "business",
  object_chats: "business",
  object_day_sums: "derived",
  object_drafts: "business",
  object_plan_curve: "derived",
  object_roles: "business",
  object_sums: "derived",
  object_work_sums: "derived",
  object_workdays: "derived",
  objects: "business",
  ops_records: { days: 7, old: "at < $1 and kind = 'heartbeat'" },
  // Events that could not be told stay until they are.
  outbox: { days: 30, old: "relayed_at < $1" },
  passkeys: "business",
  pending_decisions: "derived",
  plan_curve: "derived",
  plan_revisions: "history",
  production_calendars: "business",
  push_messages: { days: 30, old: "created_at < $1" },
  // Goes with its session.
  push_subscriptions: "derived",
  put_off_requests: "bounded",
  refresh_tokens: { days: 1, old: "expires_at < $1" },
  reschedule_requests: "business",
  // Nothing is made up after so many days.
  schedule_claims: { days: 30, old: "at < $1" },
  sessions: { days: 1, old: "expires_at < $1" },
  shift_closings: "business",
  shift_record_crews: "business",
  shift_records: "business",
  sign_in_links: { days: 60, old: "expires_at < $1" },
  supply_discrepancies: "business",
  supply_lines: "business",
  supply_orders: "business",
  supply_promises: "history",
  supply_receipt_lines: "business",
  supply_receipts: "business",
  task_checklist_items: "business",
  task_comments: "business",
  task_deadlines: "business",
  task_escalations: "history",
  task_files: "business",
  task_moves: "history",
  tasks: "business",
  team_removals: "bounded",
  telegram_limits: "bounded",
  users: "business",
  webauthn_challenges: { days: 1, old: "expires_at < $1" },
  work_types: "business",
  zones: "business",
};
