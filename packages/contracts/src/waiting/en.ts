import type { WaitingWords } from "./kind-words.ts";

/** What waits for a decision, in English. */
export const waitingEn: WaitingWords = {
  fact_days: {
    todo: "Facts to confirm",
    short: "Facts",
    what: ({ day, count }) => `facts of ${day}, ${count} ${count === 1 ? "entry" : "entries"}`,
  },
  fact_returned: {
    todo: "Facts to correct",
    short: "To correct",
    what: ({ day }) => `the fact of ${day} was returned, correct it`,
  },
  task_to_judge: { todo: "Tasks to check", short: "To check", what: "handed in" },
  task_to_take: { todo: "Tasks to take", short: "Tasks", what: "a task for you" },
  task_to_unblock: { todo: "Tasks to unblock", short: "To unblock", what: "blocked, waits for you" },
  reschedule: { todo: "Dates to decide", short: "Dates", what: ({ day }) => `asks for ${day}` },
  extra_to_decide: {
    todo: "Extra works to decide",
    short: "Extra works",
    what: "work beyond the contract",
  },
  gpr_signature: { todo: "Schedules to sign", short: "Schedules", what: "a schedule to sign" },
  defect_to_assign: {
    todo: "Remarks to assign",
    short: "Remarks to assign",
    what: "a remark without anybody",
  },
  defect_to_start: { todo: "Remarks to take", short: "Remarks for you", what: "a remark for you" },
  defect_to_fix: {
    todo: "Remarks to fix",
    short: "Remarks to fix",
    what: "a remark that you are fixing",
  },
  defect_to_verify: {
    todo: "Remarks to verify",
    short: "Remarks to verify",
    what: "fixed, verify it",
  },
  defect_to_settle: { todo: "Disputed remarks to settle", short: "Disputes", what: "a remark is disputed" },
  zone_to_lead: {
    todo: "Zones to be given a foreman",
    short: "Zones",
    what: "a zone without a foreman",
  },
  person: { todo: "Access to open", short: "People", what: "waits for access" },
  erasure: { todo: "Data to erase", short: "Erasures", what: "asks for erasure" },
};
