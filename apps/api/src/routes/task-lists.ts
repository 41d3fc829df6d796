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
    summary: "Tasks of an object: overdue, today's, own, or by department",
    verb: listTasks,
    query: listTasksQuery,
    answer: taskPage,
    examples: { answer: { items: [tasks.summary], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/me/tasks",
    tag: ME,
    summary: "One's own tasks on all objects: assigned to, created by, or waiting for the user",
    verb: listMyTasks,
    query: listMyTasksQuery,
    answer: taskPage,
    examples: { answer: { items: [tasks.summary], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/team-tasks",
    tag: TASKS,
    summary: "Workload of the members of an object",
    verb: getTeamTasks,
    answer: teamTasks,
    examples: { answer: tasks.team },
  }),
  endpoint({
    method: "get",
    path: "/api/tasks/:taskId",
    tag: TASKS,
    summary: "A task in full: text, checklist, files, moves, deadlines and allowed actions",
    verb: getTask,
    answer: taskCard,
    examples: { answer: tasks.card },
  }),
  endpoint({
    method: "get",
    path: "/api/tasks/:taskId/comments",
    tag: TASKS,
    summary: "Comments of a task, newest first",
    verb: listTaskComments,
    query: z.strictObject(pageQuery),
    answer: taskCommentPage,
    examples: { answer: { items: [tasks.comment], nextCursor: null } },
  }),
];
