export * from "./verbs.ts";
export { requestToDecide, taskActions, type TaskStanding } from "./task-actions.ts";
export { mayAskReschedule, mayDecideReschedule } from "./reschedule-workflow.ts";
export { canForTask, taskCase, taskWorkflow } from "./task-workflow.ts";
export { DUE, TODAY, workdaysThrough } from "./task-sql.ts";
export { taskNotices } from "./notices.ts";
export { taskAttachments } from "./task-attachments.ts";
