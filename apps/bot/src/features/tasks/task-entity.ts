import {
  changeTaskStatus,
  commentTask,
  decideReschedule,
  getTask,
  listMyTasks,
  requestReschedule,
  undoTaskMove,
  updateTask,
} from "@stsphera/core";
import { stateText, taskButtons, taskCard, taskRow } from "@stsphera/core/cards/tasks";
import { RESCHEDULE_MOVES, type TaskCard, type TaskSummary } from "@stsphera/contracts";
import { TASK_CAPTIONS } from "@stsphera/contracts/tasks/captions";
import { taskForms } from "@stsphera/contracts/tasks/forms";
import type { Entity } from "../../engine/entity/entity.ts";
import { MAX_ROWS } from "../../engine/list-card.ts";
import type { Turn } from "../../engine/turn.ts";
import { taskAsking } from "./asking.ts";

const tasksAs = (role: "assignee" | "creator") => (turn: Turn) =>
  listMyTasks.run(turn.context(), { role, limit: MAX_ROWS });

const waitingRequests = ({ reschedules }: TaskCard) => reschedules.filter(({ status }) => status === "open");

/** A task as an entity of the engine. */
export const taskEntity: Entity<TaskCard, TaskSummary> = {
  name: "task",
  id: "taskId",
  card: taskCard,
  buttons: taskButtons,
  captions: TASK_CAPTIONS,
  state: stateText,
  forms: taskForms,
  get: getTask,
  move: changeTaskStatus,
  others: { undo: undoTaskMove, edit: updateTask, comment: commentTask, postpone: requestReschedule },
  part: {
    id: "requestId",
    moves: RESCHEDULE_MOVES,
    move: decideReschedule,
    open: waitingRequests,
    allowed: ({ can }) => can.request?.actions ?? [],
  },
  lists: {
    prefix: "tl",
    command: { name: "tasks", place: 40 },
    permission: "task.view",
    pages: { mine: tasksAs("assignee"), given: tasksAs("creator") },
    row: taskRow,
  },
  holder: ({ assignee }) => assignee?.id,
  // An outdated card may show the other one of the two buttons; who may set a deadline need not request it.
  instead: {
    assign: { form: "reassign" },
    reassign: { form: "assign" },
    postpone: { form: "edit", step: "deadline" },
  },
  whyNot: (task, form) =>
    form === "postpone" && waitingRequests(task).length > 0 ? "reschedule_open" : null,
  follow: "comment",
  asking: taskAsking,
};
