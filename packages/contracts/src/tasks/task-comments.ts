import { z } from "zod";
import { pageOf } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { id, instant, note } from "../shared/scalars.ts";
import { taskFile } from "./task-card.ts";

export const taskCommentInput = z
  .strictObject({
    text: note.min(1),
    mentions: z.array(id).max(20).default([]),
    fileIds: z.array(id).max(10).default([]),
  })
  .meta({ id: "TaskCommentInput" });

export const taskComment = z
  .object({
    id,
    taskId: id,
    author: person,
    text: z.string(),
    mentions: z.array(person),
    files: z.array(taskFile),
    createdAt: instant,
  })
  .meta({ id: "TaskComment" });
export type TaskComment = z.infer<typeof taskComment>;
export const taskCommentPage = pageOf(taskComment).meta({ id: "TaskCommentPage" });
export type TaskCommentPage = z.infer<typeof taskCommentPage>;
