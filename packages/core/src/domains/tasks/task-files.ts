import { schema } from "@stsphera/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";
import { personOf } from "../../kernel/index.ts";
import { attachFiles, type Attachment } from "../../platform/attachments/index.ts";
import type { TaskRow } from "./load-task.ts";
import { evidenceCount } from "./task-file-sql.ts";

const { taskComments } = schema;

/**
 * Attaches files to a task or a comment. They must be the actor's own, of the same object, completely uploaded, and
 * unattached; files the task already has are skipped. Returns the new ids.
 */
export async function attachTaskFiles(
  tx: Tx,
  ctx: Context,
  task: { id: number; objectId: number },
  fileIds: readonly number[],
  commentId: number | null = null,
): Promise<number[]> {
  if (commentId !== null) {
    const comment = { entityType: "task_comment", entityId: commentId };
    return attachFiles(tx, ctx, comment, { objectId: task.objectId, fileIds });
  }
  return attachFiles(
    tx,
    ctx,
    { entityType: "task", entityId: task.id },
    {
      objectId: task.objectId,
      fileIds,
      known: async (attached) => ({ own: await ofTask(tx, task.id, attached) }),
    },
  );
}

/** Attachments that belong to the task itself or to its comments. */
async function ofTask(tx: Tx, taskId: number, attached: readonly Attachment[]): Promise<Attachment[]> {
  const said = attached.filter(({ entityType }) => entityType === "task_comment");
  const comments =
    said.length === 0
      ? []
      : await tx
          .select({ id: taskComments.id })
          .from(taskComments)
          .where(
            and(
              eq(taskComments.taskId, taskId),
              inArray(
                taskComments.id,
                said.map(({ entityId }) => entityId),
              ),
            ),
          );
  const ids = new Set(comments.map(({ id }) => id));
  return attached.filter(({ entityType, entityId }) =>
    entityType === "task" ? entityId === taskId : entityType === "task_comment" && ids.has(entityId),
  );
}

/** Number of evidence photos: sent by the assignee, or by the admin who hands in for them. */
export async function countEvidence(tx: Tx, ctx: Context, task: TaskRow): Promise<number> {
  const people = [personOf(ctx).id, ...(task.assigneeId === null ? [] : [task.assigneeId])];
  const counted = sql.raw(evidenceCount(String(task.id), `array[${people}]`));
  const [row] = await tx.execute<{ photos: number }>(sql`select ${counted} as photos`);
  return row?.photos ?? 0;
}
