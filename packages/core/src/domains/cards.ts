export { taskButtons, type TaskButton, taskCard } from "./tasks/card/task-card.ts";
export { deadlineText, momentText, stateText, type TaskView } from "./tasks/card/task-view.ts";
