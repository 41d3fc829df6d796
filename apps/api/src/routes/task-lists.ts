import {
  listMyTasksQuery,
  listTasksQuery,
  pageQuery,
  taskCard,
  taskCommentPage,
  taskPage,
  teamTasks,
} from "@stsphera/contracts";
import { getTask, getTeamTasks, listMyTasks, listTaskComments, listTasks } from "@stsphera/core";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { ME } from "./me.ts";
import { TASKS } from "./tasks.ts";
import * as tasks from "./examples/tasks.ts";

export const taskListRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/tasks",
    tag: TASKS,
    summary: "Tasks of an object: overdue, of today, mine, of a department",
    verb: listTasks,
    query: listTasksQuery,
    answer: taskPage,
    examples: { answer: { items: [tasks.summary], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/me/tasks",
    tag: ME,
    summary: "One's own tasks across objects: given to one, given by one, or waiting for one",
    verb: listMyTasks,
    query: listMyTasksQuery,
    answer: taskPage,
    examples: { answer: { items: [tasks.summary], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/team-tasks",
    tag: TASKS,
    summary: "Who has how much on his hands on an object",
    verb: getTeamTasks,
    answer: teamTasks,
    examples: { answer: tasks.team },
  }),
  endpoint({
    method: "get",
    path: "/api/tasks/:taskId",
    tag: TASKS,
    summary: "A task in full: text, checklist, files, moves, deadlines, and what may be done with it",
    verb: getTask,
    answer: taskCard,
    examples: { answer: tasks.card },
  }),
  endpoint({
    method: "get",
    path: "/api/tasks/:taskId/comments",
    tag: TASKS,
    summary: "What was said about a task, the newest first",
    verb: listTaskComments,
    query: z.strictObject(pageQuery),
    answer: taskCommentPage,
    examples: { answer: { items: [tasks.comment], nextCursor: null } },
  }),
];
