import type { WaitingTodo } from "./kind-words.ts";

/** What waits for a decision, in English. The first load of the app holds this alone. */
export const waitingEn: WaitingTodo = {
  fact_days: "Facts to confirm",
  fact_returned: "Facts to correct",
  task_to_judge: "Tasks to check",
  task_to_take: "Tasks to take",
  task_to_unblock: "Tasks to unblock",
  reschedule: "Dates to decide",
  extra_to_decide: "Extra works to decide",
  gpr_signature: "Schedules to sign",
  gpr_shift: "Shifts of the schedule to answer",
  defect_to_assign: "Remarks to assign",
  defect_to_start: "Remarks to take",
  defect_to_fix: "Remarks to fix",
  defect_to_verify: "Remarks to verify",
  defect_to_settle: "Disputed remarks to settle",
  supply_to_approve: "Orders to approve",
  supply_to_order: "Orders to place",
  supply_to_receive: "Deliveries to receive",
  supply_to_settle: "Discrepancies to settle",
  zone_to_lead: "Zones to be given a foreman",
  person: "Access to open",
  erasure: "Data to erase",
};
