export * from "./verbs.ts";
export { mayAskReschedule, mayDecideReschedule } from "./reschedule-workflow.ts";
export { canForTask, taskCase, taskWorkflow } from "./task-workflow.ts";
export { type NewTask, openTask } from "./open-task.ts";
export { dueTaskRows } from "./escalation/due-tasks.ts";
export { taskNotices } from "./notices.ts";
export { lateDaysOn, OPEN, TODAY } from "./task-sql.ts";
export { rescheduleDecisionSource, taskDecisionSource } from "./task-decisions.ts";
export { taskAttachments } from "./task-attachments.ts";
