import { id, type Person, type TaskComment, taskCommentInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, personOf, type Tx } from "../../kernel/index.ts";
import { lockTask, subjectOf } from "./load-task.ts";
import { assertReaders } from "../objects/index.ts";
import { filesJson, withLinks } from "../../platform/attachments/index.ts";
import { type StoredTaskFile, taskFileJson } from "./task-file-sql.ts";
import { attachTaskFiles } from "./task-files.ts";
import { taskSight } from "./task-attachments.ts";

const { taskComments, users } = schema;

type StoredComment = Omit<TaskComment, "files"> & { files: StoredTaskFile[] };

/** Adds a comment to a task; mentioned users are notified. */
export const commentTask = command({
  name: "task.comment",
  permissions: ["task.comment"],
  input: z.strictObject({ taskId: id, ...taskCommentInput.shape }),
  load: (tx, ctx, { taskId }) => lockTask(tx, ctx, taskId),
  authorize: (ctx, { task }) => {
    if (!can(ctx.actor, "task.comment", { objectId: task.objectId })) throw forbidden("task.comment");
  },
  execute: async (tx, { ctx, input: { text, fileIds, ...said }, target: { task } }) => {
    const mentioned = { permission: "task.view", path: "mentions" } as const;
    await assertReaders(tx, task.objectId, said.mentions, mentioned);
    const mentions = [...new Set(said.mentions)];
    const { id: authorId, fullName } = personOf(ctx);
    const [comment] = await tx
      .insert(taskComments)
      .values({ taskId: task.id, authorId, text, mentions, createdAt: ctx.now })
      .returning({ id: taskComments.id });
    if (comment === undefined) throw new Error("a comment was not stored");
    const tied = await attachTaskFiles(tx, ctx, task, fileIds, comment.id);
    const result: StoredComment = {
      id: comment.id,
      taskId: task.id,
      author: { id: authorId, fullName },
      text,
      mentions: await peopleOf(tx, mentions),
      files: await filesOf(tx, comment.id),
      createdAt: ctx.now.toISOString(),
    };
    return {
      result,
      changes: [
        {
          ...subjectOf(task),
          before: null,
          after: { commentId: comment.id, comment: text, mentions, files: tied },
        },
      ],
      events: [
        {
          ...subjectOf(task),
          type: "task.commented",
          payload: { title: task.title, commentId: comment.id, authorId, mentions },
        },
      ],
    };
  },
  present: (ctx, comment, objectId): TaskComment => ({
    ...comment,
    files: comment.files.map((file) => withLinks(ctx, taskSight(objectId), file)),
  }),
});

async function peopleOf(tx: Tx, userIds: readonly number[]): Promise<Person[]> {
  if (userIds.length === 0) return [];
  const people = await tx
    .select({ id: users.id, fullName: users.fullName })
    .from(users)
    .where(inArray(users.id, [...userIds]));
  return userIds.flatMap((userId) => people.find((person) => person.id === userId) ?? []);
}

async function filesOf(tx: Tx, commentId: number): Promise<StoredTaskFile[]> {
  const id = String(commentId);
  const files = sql.raw(filesJson("task_comment", id, taskFileJson(id)));
  const [row] = await tx.execute<{ files: StoredTaskFile[] }>(sql`select ${files} as files`);
  return row?.files ?? [];
}
