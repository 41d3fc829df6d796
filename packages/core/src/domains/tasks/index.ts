export { assignTasks } from "./assign-tasks.ts";
export { changeTaskStatus } from "./change-task-status.ts";
export { commentTask } from "./comment-task.ts";
export { createTask } from "./create-task.ts";
export { decideReschedule } from "./decide-reschedule.ts";
export { requestReschedule } from "./request-reschedule.ts";
export { setChecklistItem } from "./set-checklist-item.ts";
export { undoTaskMove } from "./undo-task-move.ts";
export { updateTask } from "./update-task.ts";
export { getTask } from "./get-task.ts";
export { getTeamTasks } from "./get-team-tasks.ts";
export { listMyTasks } from "./list-my-tasks.ts";
export { listTaskComments } from "./list-task-comments.ts";
export { listTasks } from "./list-tasks.ts";
export type { TaskState } from "./load-task.ts";
export { requestToDecide, taskActions, type TaskStanding } from "./task-actions.ts";
export { mayAskReschedule, mayDecideReschedule } from "./reschedule-workflow.ts";
export {
  canForTask,
  type JudgedTask,
  relationsToTask,
  TASK_UNDO_MINUTES,
  taskCase,
  taskWorkflow,
} from "./task-workflow.ts";
export { DUE, TODAY, workdaysThrough } from "./task-sql.ts";
export { whyNotPutOff } from "./task-deadline.ts";
