import {
  assignTasksInput,
  checklistItem,
  checklistItemInput,
  createTaskInput,
  rescheduleDecisionInput,
  rescheduleInput,
  rescheduleRequest,
  TASK_MOVES,
  TASK_STATUSES,
  taskComment,
  taskCommentInput,
  taskCreated,
  taskTransitionInput,
  updateTaskInput,
} from "@stsphera/contracts";
import {
  assignTasks,
  changeTaskStatus,
  commentTask,
  createTask,
  decideReschedule,
  requestReschedule,
  setChecklistItem,
  undoTaskMove,
  updateTask,
} from "@stsphera/core";
import { z } from "zod";
import { stateAnswer } from "./answers.ts";
import { endpoint, type Tag } from "./endpoint.ts";
import * as tasks from "./examples/tasks.ts";

export const TASKS: Tag = { name: "tasks", about: "Tasks, their moves and dates" };

const taskState = stateAnswer("TaskState", TASK_STATUSES, TASK_MOVES);
const tasksAssigned = z.object({ tasks: z.array(taskState) }).meta({ id: "TasksAssigned" });

export const taskRoutes = [
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/tasks",
    tag: TASKS,
    summary: "Create a task; with an assignee it is assigned at once",
    verb: createTask,
    body: createTaskInput,
    status: 201,
    answer: taskCreated,
    examples: {
      body: {
        title: tasks.card.title,
        text: tasks.card.text,
        assigneeId: 12,
        deadline: "2026-09-10",
        priority: "high",
        requiredPhotos: 2,
        checklist: ["Снять размеры"],
      },
      answer: { id: 41, version: 1, status: "assigned" },
    },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/tasks/assign",
    tag: TASKS,
    summary: "Assign several tasks to one person: all of them, or none",
    verb: assignTasks,
    body: assignTasksInput,
    answer: tasksAssigned,
    examples: {
      body: { tasks: [{ id: 41, version: 1 }], assigneeId: 12 },
      answer: { tasks: [{ id: 41, version: 2, status: "assigned", actions: ["cancel"] }] },
    },
  }),
  endpoint({
    method: "patch",
    path: "/api/tasks/:taskId",
    tag: TASKS,
    summary: "Change the content of a task that is not finished",
    verb: updateTask,
    body: updateTaskInput,
    answer: taskState,
    examples: { body: { version: 3, deadline: "2026-09-14" }, answer: tasks.state },
  }),
  endpoint({
    method: "post",
    path: "/api/tasks/:taskId/transitions",
    tag: TASKS,
    summary: "Make a move of a task, given by its name or by the resulting state",
    verb: changeTaskStatus,
    body: taskTransitionInput,
    answer: taskState,
    examples: { body: { move: "submit", version: 3, fileIds: [501] }, answer: tasks.state },
  }),
  endpoint({
    method: "post",
    path: "/api/tasks/:taskId/undo",
    tag: TASKS,
    summary: "Undo one's own latest move of a task within 10 minutes",
    verb: undoTaskMove,
    answer: taskState,
    examples: { answer: { ...tasks.state, status: "assigned", actions: ["take", "decline"] } },
  }),
  endpoint({
    method: "put",
    path: "/api/task-checklist-items/:itemId",
    tag: TASKS,
    summary: "Tick or untick a checklist item of a task",
    verb: setChecklistItem,
    body: checklistItemInput,
    answer: checklistItem,
    examples: { body: { done: true, version: 1 }, answer: tasks.checklistItem },
  }),
  endpoint({
    method: "post",
    path: "/api/tasks/:taskId/comments",
    tag: TASKS,
    summary: "Comment on a task; mentioned people are notified",
    verb: commentTask,
    body: taskCommentInput,
    status: 201,
    answer: taskComment,
    examples: {
      body: { text: tasks.comment.text, mentions: [4], fileIds: [502] },
      answer: tasks.comment,
    },
  }),
  endpoint({
    method: "post",
    path: "/api/tasks/:taskId/reschedule-requests",
    tag: TASKS,
    summary: "Request another deadline",
    verb: requestReschedule,
    body: rescheduleInput,
    status: 201,
    answer: rescheduleRequest,
    examples: {
      body: { deadline: "2026-09-14", reason: tasks.reschedule.reason },
      answer: tasks.reschedule,
    },
  }),
  endpoint({
    method: "post",
    path: "/api/reschedule-requests/:requestId/decision",
    tag: TASKS,
    summary: "Approve or reject a requested deadline",
    verb: decideReschedule,
    body: rescheduleDecisionInput,
    answer: rescheduleRequest,
    examples: {
      body: { move: "approve", version: 1 },
      answer: {
        ...tasks.reschedule,
        status: "approved",
        decidedBy: tasks.summary.creator,
        decidedAt: "2026-09-08T08:00:00.000Z",
        version: 2,
      },
    },
  }),
];
