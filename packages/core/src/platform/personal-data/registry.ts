/** What a table holds of people, what an export takes of it, and what an erasure does to it. */
export type Held = {
  /** Columns that name a person by the number of their account. */
  people: readonly string[];
  /** Columns that name a person by their Telegram id. */
  chats?: readonly string[];
  /** Columns with words that people typed, or that name or describe people. */
  words?: readonly string[];
  /**
   * `removed`: the rows go. `emptied`: the personal columns are overwritten. `kept`: the rows stay and say no more than
   * the number of an account whose name is gone; what people typed stays as they typed it.
   */
  erased: "removed" | "emptied" | "kept";
  why: string;
  /** Columns that an export takes, and the condition on `t` for the rows of user $1 with Telegram id $2. */
  out: { columns: string; where: string } | null;
  /**
   * SQL of the object of a row `t` whose words others go on changing: who has left that object takes them out no more than
   * they read them.
   */
  living?: string;
};

const of = (...columns: string[]): string =>
  columns.map((column) => `t.${column} = $1::integer`).join(" or ");
const all = (where: string) => ({ columns: "t.*", where });
const CHAT = "t.chat_id = $2::bigint";
const WORK = "A record of work: its author and those who decided are a part of it.";
const TEAM = "Who worked where explains the records of work.";
const TECHNICAL = "Bookkeeping without content.";

/** Every table that holds something of people. A test fails for one that is missing here. */
export const PERSONAL_DATA: Readonly<Record<string, Held>> = {
  users: {
    people: [],
    chats: ["telegram_id"],
    words: ["full_name", "phone", "username"],
    erased: "emptied",
    why: "The number of the account stays, as records of work refer to it.",
    out: all("t.id = $1::integer"),
  },
  consents: {
    people: ["user_id"],
    erased: "kept",
    why: "Proves that the processing was lawful, until when.",
    out: {
      columns: `t.id, t.way, t.given_at, t.withdrawn_at, t.erasure_asked_at,
        (select x.text from consent_texts x where x.id = t.text_id) as text`,
      where: of("user_id"),
    },
  },
  sessions: {
    people: ["user_id", "given_by"],
    words: ["browser", "address"],
    erased: "removed",
    why: "Ways in.",
    out: {
      columns:
        "t.id, t.kind, t.browser, t.address, t.given_by, t.created_at, t.last_seen_at, t.expires_at, t.ended_at",
      where: of("user_id"),
    },
  },
  refresh_tokens: {
    people: ["user_id"],
    erased: "removed",
    why: "Ways in. The hash of a token is no part of an export.",
    out: { columns: "t.id, t.issued_at, t.expires_at, t.used_at, t.revoked_at", where: of("user_id") },
  },
  passkeys: {
    people: ["user_id"],
    words: ["name"],
    erased: "removed",
    why: "Ways in.",
    out: { columns: "t.id, t.name, t.created_at, t.last_used_at, t.removed_at", where: of("user_id") },
  },
  sign_in_links: {
    people: ["user_id", "made_by"],
    words: ["reason"],
    erased: "removed",
    why: "Ways in. Links that the person made for others stay with those.",
    out: {
      columns: "t.id, t.user_id, t.made_by, t.reason, t.created_at, t.expires_at, t.used_at, t.revoked_at",
      where: of("user_id", "made_by"),
    },
  },
  webauthn_challenges: {
    people: ["user_id"],
    erased: "removed",
    why: "Random numbers of minutes.",
    out: null,
  },
  notification_settings: {
    people: ["user_id"],
    erased: "removed",
    why: "Wishes of the person.",
    out: all(of("user_id")),
  },
  put_off_requests: {
    people: ["user_id"],
    erased: "removed",
    why: "A reminder that the person put off.",
    out: all(of("user_id")),
  },
  schedule_claims: { people: ["user_id"], erased: "kept", why: TECHNICAL, out: null },
  notifications: {
    living: "t.object_id",
    people: ["user_id"],
    words: ["title", "text", "payload", "actions"],
    erased: "removed",
    why: "Those to the person and those about the account. Others may name the person in words for up to a year.",
    out: all(of("user_id")),
  },
  deliveries: {
    living: "(select n.object_id from notifications n where n.id = t.notification_id)",
    people: ["user_id"],
    chats: ["chat_id"],
    words: ["params"],
    erased: "removed",
    why: "Messages to the person. Others may name the person in words for up to 30 days.",
    out: all(`${of("user_id")} or ${CHAT}`),
  },
  message_folds: {
    people: ["user_id"],
    erased: "removed",
    why: "Lists of notifications that were one message.",
    out: null,
  },
  push_subscriptions: {
    people: ["user_id"],
    erased: "removed",
    why: "Browsers that ring. Their keys are no part of an export.",
    out: { columns: "t.id, t.session_id, t.created_at, t.last_ok_at, t.failed_at", where: of("user_id") },
  },
  push_messages: {
    people: ["user_id"],
    erased: "removed",
    why: "When a browser of the person rang.",
    out: all(of("user_id")),
  },
  chat_cards: { people: [], chats: ["chat_id"], erased: "removed", why: "Cards of the chat.", out: null },
  chat_queues: { people: [], chats: ["chat_id"], erased: "removed", why: TECHNICAL, out: null },
  telegram_limits: { people: [], words: ["scope"], erased: "removed", why: TECHNICAL, out: null },
  bot_dialogues: {
    people: [],
    chats: ["chat_id", "user_id"],
    words: ["state"],
    erased: "removed",
    why: "What was said in the chat and is not finished.",
    out: all(`${CHAT} or t.user_id = $2::bigint`),
  },
  bot_updates: {
    people: [],
    chats: ["chat_id"],
    words: ["payload"],
    erased: "removed",
    why: "What Telegram brought from the chat, for seven days.",
    out: all(CHAT),
  },
  idempotency_keys: {
    people: ["actor_id"],
    words: ["result"],
    erased: "removed",
    why: "Copies of answers for 14 days; answers to others may hold the card of the person as long.",
    out: null,
  },
  outbox: {
    people: ["actor_id"],
    words: ["payload"],
    erased: "emptied",
    why: "Events of 30 days; what they name of the person is overwritten.",
    out: null,
  },
  object_drafts: {
    people: ["created_by"],
    words: ["data"],
    erased: "removed",
    why: "Not finished, and nobody else's.",
    out: all(of("created_by")),
  },
  object_roles: { people: ["user_id"], erased: "kept", why: TEAM, out: all(of("user_id")) },
  department_heads: { people: ["user_id"], erased: "kept", why: TEAM, out: all(of("user_id")) },
  team_removals: { people: ["user_id"], erased: "kept", why: TEAM, out: all(of("user_id")) },
  crew_members: { people: ["user_id"], erased: "kept", why: TEAM, out: all(of("user_id")) },
  delegations: {
    people: ["principal_id", "deputy_id", "created_by"],
    erased: "kept",
    why: TEAM,
    out: all(of("principal_id", "deputy_id", "created_by")),
  },
  invitations: {
    people: ["created_by"],
    erased: "kept",
    why: TEAM,
    out: {
      columns: "t.id, t.object_id, t.role, t.max_uses, t.uses, t.expires_at, t.created_at, t.revoked_at",
      where: of("created_by"),
    },
  },
  invitation_uses: { people: ["user_id"], erased: "kept", why: TEAM, out: all(of("user_id")) },
  crews: {
    living: "t.object_id",
    people: ["lead_user_id"],
    words: ["lead", "name"],
    erased: "emptied",
    why: "The name of the lead is overwritten where it is the account's; the name of a crew is typed by people.",
    out: all(of("lead_user_id")),
  },
  object_chats: {
    living: "t.object_id",
    people: ["linked_by"],
    chats: ["chat_id"],
    words: ["title"],
    erased: "kept",
    why: "A group that people work in, and who linked it.",
    out: {
      columns: "t.id, t.object_id, t.title, t.topic, t.linked_at, t.ended_at, t.end_reason",
      where: of("linked_by"),
    },
  },
  chat_copies: {
    people: [],
    words: ["line"],
    erased: "kept",
    why: "Lines of messages to groups, for a day.",
    out: null,
  },
  chat_codes: {
    people: ["made_by"],
    erased: "removed",
    why: "Codes of minutes. Their hash is no part of an export.",
    out: {
      columns: "t.id, t.object_id, t.created_at, t.expires_at, t.used_at, t.revoked_at",
      where: of("made_by"),
    },
  },
  zones: {
    people: ["foreman_id"],
    words: ["name"],
    erased: "kept",
    why: TEAM,
    out: all(of("foreman_id")),
    living: "t.object_id",
  },
  objects: {
    living: "t.id",
    people: ["created_by"],
    words: ["name", "address", "customer"],
    erased: "kept",
    why: "An object of the company, its address and its customer.",
    out: { columns: "t.id, t.code, t.name, t.created_at", where: of("created_by") },
  },
  daily_plan_fact: {
    living: "t.object_id",
    people: ["author_id", "on_behalf_of", "decided_by", "decided_on_behalf_of"],
    words: ["notes", "reason_text", "return_reason"],
    erased: "kept",
    why: `${WORK} The ledger is never changed.`,
    out: all(of("author_id", "on_behalf_of", "decided_by", "decided_on_behalf_of")),
  },
  shift_records: {
    living: "t.object_id",
    people: ["author_id", "withdrawn_by"],
    words: ["words", "withdraw_reason"],
    erased: "kept",
    why: WORK,
    out: all(of("author_id", "withdrawn_by")),
  },
  extra_works: {
    living: "t.object_id",
    people: ["author_id"],
    words: ["title", "place", "ordered_by", "document"],
    erased: "kept",
    why: `${WORK} The price is money of the object, which its reporter need not see, and no part of an export.`,
    out: {
      columns: `t.id, t.object_id, t.title, t.quantity, t.unit, t.place, t.ordered_by, t.status, t.stage, t.document,
        t.created_at`,
      where: of("author_id"),
    },
  },
  extra_work_steps: {
    people: ["by_id"],
    words: ["document"],
    erased: "kept",
    why: WORK,
    out: all(of("by_id")),
  },
  gpr_versions: { people: ["created_by"], erased: "kept", why: WORK, out: all(of("created_by")) },
  gpr_rows: {
    living: "(select v.object_id from gpr_versions v where v.id = t.gpr_id)",
    people: ["owner_id"],
    words: ["name"],
    erased: "kept",
    why: `${WORK} Who answers for a row is a part of what was signed.`,
    out: {
      columns: "t.gpr_id, t.number, t.name, t.department, t.duration, t.start_on, t.finish_on",
      where: of("owner_id"),
    },
  },
  gpr_templates: {
    people: ["created_by"],
    words: ["name", "rows"],
    erased: "kept",
    why: WORK,
    out: { columns: "t.id, t.name, t.created_at", where: of("created_by") },
  },
  gpr_shifts: {
    living: "t.object_id",
    people: ["shifted_by"],
    words: ["reason", "rows"],
    erased: "kept",
    why: WORK,
    out: {
      columns: "t.id, t.gpr_id, t.reason, t.moved, t.finish_before, t.finish_after, t.created_at",
      where: of("shifted_by"),
    },
  },
  gpr_answers: {
    living: "t.object_id",
    people: ["owner_id", "answered_by"],
    words: ["text", "rows"],
    erased: "kept",
    why: WORK,
    out: {
      columns: "t.id, t.gpr_id, t.shift_id, t.status, t.moved, t.text, t.answered_at, t.created_at",
      where: of("owner_id", "answered_by"),
    },
  },
  gpr_signatures: {
    people: ["signer_id", "signed_by"],
    erased: "kept",
    why: WORK,
    out: all(of("signer_id", "signed_by")),
  },
  gpr_steps: {
    people: ["author_id"],
    words: ["patch"],
    erased: "kept",
    why: "Steps of editing, which name rows as they were, for 90 days.",
    out: { columns: "t.id, t.gpr_id, t.at, t.undone_at", where: of("author_id") },
  },
  defects: {
    living: "t.object_id",
    people: ["reporter_id", "responsible_id"],
    words: ["title", "axes"],
    erased: "kept",
    why: WORK,
    out: all(of("reporter_id", "responsible_id")),
  },
  supply_orders: {
    living: "t.object_id",
    people: ["requester_id"],
    words: ["title", "why", "supplier"],
    erased: "kept",
    why: WORK,
    out: {
      columns: "t.id, t.object_id, t.number, t.title, t.status, t.need_on, t.why, t.created_at",
      where: of("requester_id"),
    },
  },
  supply_discrepancies: { people: [], words: ["reason"], erased: "kept", why: WORK, out: null },
  supply_promises: {
    people: ["by_id"],
    words: ["reason"],
    erased: "kept",
    why: WORK,
    out: all(of("by_id")),
  },
  supply_receipts: {
    people: ["by_id"],
    erased: "kept",
    why: WORK,
    out: all(of("by_id")),
  },
  plan_revisions: {
    people: ["author_id"],
    words: ["reason", "document"],
    erased: "kept",
    why: WORK,
    out: all(of("author_id")),
  },
  shift_closings: {
    living: "t.object_id",
    people: ["foreman_id", "closed_by", "reopened_by"],
    words: ["silent"],
    erased: "kept",
    why: WORK,
    out: all(of("foreman_id", "closed_by", "reopened_by")),
  },
  journal_photos: {
    living: "t.object_id",
    people: ["author_id"],
    words: ["caption"],
    erased: "kept",
    why: WORK,
    out: all(of("author_id")),
  },
  files: {
    living: "t.object_id",
    people: ["uploaded_by"],
    words: ["name", "error"],
    erased: "kept",
    why: `${WORK} An export lists the files; their bytes are opened in the app.`,
    out: {
      columns: "t.id, t.purpose, t.source, t.status, t.name, t.content_type, t.created_at",
      where: of("uploaded_by"),
    },
  },
  attachments: { people: ["created_by"], erased: "kept", why: WORK, out: all(of("created_by")) },
  tasks: {
    living: "t.object_id",
    people: ["creator_id", "assignee_id", "blocker_user_id"],
    words: ["title", "text", "blocked_reason"],
    erased: "kept",
    why: WORK,
    out: all(of("creator_id", "assignee_id", "blocker_user_id")),
  },
  task_moves: {
    people: ["by_id"],
    words: ["reason", "before"],
    erased: "kept",
    why: WORK,
    out: all(of("by_id")),
  },
  task_checklist_items: {
    living: "(select k.object_id from tasks k where k.id = t.task_id)",
    people: ["done_by"],
    words: ["text"],
    erased: "kept",
    why: WORK,
    out: all(of("done_by")),
  },
  task_comments: {
    people: ["author_id"],
    words: ["text", "mentions"],
    erased: "kept",
    why: WORK,
    out: all(`${of("author_id")} or $1::integer = any (t.mentions)`),
  },
  task_deadlines: { people: ["set_by"], erased: "kept", why: WORK, out: all(of("set_by")) },
  reschedule_requests: {
    living: "t.object_id",
    people: ["requested_by", "decided_by"],
    words: ["reason", "decision_reason"],
    erased: "kept",
    why: WORK,
    out: all(of("requested_by", "decided_by")),
  },
  entity_moves: {
    people: ["by_id", "on_behalf_of"],
    words: ["reason", "before"],
    erased: "kept",
    why: WORK,
    out: all(`${of("by_id", "on_behalf_of")} or t.entity_type = 'user' and t.entity_id = $1::integer`),
  },
  pending_decisions: {
    people: ["holder_id"],
    words: ["except_user_ids"],
    erased: "kept",
    why: "Derived from the things that wait.",
    out: null,
  },
  audit_log: {
    people: ["actor_id", "on_behalf_of"],
    words: ["before", "after", "reason"],
    erased: "kept",
    why: "Hashed in a chain: a row cannot be changed. Personal values stand in audit_personal instead.",
    out: all(`${of("actor_id", "on_behalf_of")} or t.entity_type = 'user' and t.entity_id = $1::integer`),
  },
  audit_personal: {
    people: ["user_id"],
    words: ["value"],
    erased: "removed",
    why: "Made for being removed: the log reads «erased» in their place.",
    out: { columns: "t.audit_id, t.side, t.field, t.value", where: of("user_id") },
  },
};

/** Columns with a telling name that hold nothing of people. */
export const PLAIN_COLUMNS: readonly string[] = [
  "alert_sendings.error",
  "alert_states.name",
  "alerts.name",
  "consent_texts.text",
  "facades.name",
  "materials.name",
  "object_chats.end_reason",
  "ops_records.details",
  "supply_lines.name",
  "work_types.name",
  "bot_updates.error",
  "deliveries.error",
  "push_messages.error",
  "push_messages.reason",
  "outbox.error",
];

/** Tables that an export takes, in the order of its file. */
export const EXPORTED_TABLES: readonly string[] = Object.entries(PERSONAL_DATA).flatMap(([table, { out }]) =>
  out === null ? [] : [table],
);
