export { type TaskButton, taskButtons, taskCard } from "./task-card.ts";
export { stateText, taskRow, type TaskView } from "./task-view.ts";
