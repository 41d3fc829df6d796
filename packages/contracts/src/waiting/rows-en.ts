import type { WaitingRows } from "./kind-words.ts";

/** What waits, in its row and in a filter, in English. */
export const waitingRowsEn: WaitingRows = {
  fact_days: {
    short: "Facts",
    what: ({ day, count }) => `facts of ${day}, ${count} ${count === 1 ? "entry" : "entries"}`,
  },
  fact_returned: { short: "To correct", what: ({ day }) => `the fact of ${day} was returned, correct it` },
  task_to_judge: { short: "To check", what: "handed in" },
  task_to_take: { short: "Tasks", what: "a task for you" },
  task_to_unblock: { short: "To unblock", what: "blocked, waits for you" },
  reschedule: { short: "Dates", what: ({ day }) => `asks for ${day}` },
  extra_to_decide: { short: "Extra works", what: "work beyond the contract" },
  gpr_signature: { short: "Schedules", what: "a schedule to sign" },
  gpr_shift: { short: "Shifts of the schedule", what: "a shift of the schedule" },
  defect_to_assign: { short: "Remarks to assign", what: "a remark without anybody" },
  defect_to_start: { short: "Remarks for you", what: "a remark for you" },
  defect_to_fix: { short: "Remarks to fix", what: "a remark that you are fixing" },
  defect_to_verify: { short: "Remarks to verify", what: "fixed, verify it" },
  defect_to_settle: { short: "Disputes", what: "a remark is disputed" },
  supply_to_approve: { short: "Orders", what: "an order to approve" },
  supply_to_order: { short: "To order", what: "approved, place the order" },
  supply_to_receive: { short: "To receive", what: "a delivery on its way" },
  supply_to_settle: { short: "Discrepancies", what: "not all has come" },
  zone_to_lead: { short: "Zones", what: "a zone without a foreman" },
  person: { short: "People", what: "waits for access" },
  erasure: { short: "Erasures", what: "asks for erasure" },
};
