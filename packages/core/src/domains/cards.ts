export { taskButtons, type TaskButton, taskCard } from "./tasks/card/task-card.ts";
export { momentText, stateText, taskRow, type TaskView } from "./tasks/card/task-view.ts";
