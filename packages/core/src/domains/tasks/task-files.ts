import { schema } from "@stsphera/db";
import { and, count, eq, inArray, or } from "drizzle-orm";
import { type Context, invalidField, personOf, type Tx } from "../../kernel/index.ts";
import type { TaskRow } from "./load-task.ts";

const { factPhotos, files, journalPhotos, taskFiles } = schema;

/** Lies with us, or with Telegram until a job fetches it. */
const SENT = or(
  inArray(files.status, ["stored", "ready"]),
  and(eq(files.status, "awaiting"), eq(files.source, "telegram")),
);

/**
 * Attaches files to a task or to something said about it. They must be the actor's own, of the same object, sent already,
 * and attached to nothing else; those that the task has already are left as they are. Gives the ids that are new.
 */
export async function attachTaskFiles(
  tx: Tx,
  ctx: Context,
  task: { id: number; objectId: number },
  fileIds: readonly number[],
  commentId: number | null = null,
): Promise<number[]> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return [];
  await assertOwn(tx, ctx, task.objectId, fileIds);
  const tied = await assertFree(tx, task.id, fileIds);
  const known = fileIds.findIndex((fileId) => tied.has(fileId));
  if (known >= 0 && commentId !== null) throw invalidField(`fileIds.${known}`, "file_taken");
  const fresh = wanted.filter((fileId) => !tied.has(fileId));
  if (fresh.length === 0) return [];
  await tx
    .insert(taskFiles)
    .values(fresh.map((fileId) => ({ taskId: task.id, fileId, commentId, addedAt: ctx.now })));
  return fresh;
}

async function assertOwn(tx: Tx, ctx: Context, objectId: number, wanted: readonly number[]): Promise<void> {
  const own = await tx
    .select({ id: files.id, status: files.status, source: files.source })
    .from(files)
    .where(
      and(
        inArray(files.id, [...wanted]),
        eq(files.objectId, objectId),
        eq(files.uploadedBy, personOf(ctx).id),
      ),
    )
    .orderBy(files.id)
    .for("update");
  const byId = new Map(own.map((file) => [file.id, file]));
  for (const [at, fileId] of wanted.entries()) {
    const file = byId.get(fileId);
    if (file === undefined) throw invalidField(`fileIds.${at}`, "unknown_file");
    const away = file.status === "awaiting" && file.source !== "telegram";
    if (away || file.status === "failed") throw invalidField(`fileIds.${at}`, "file_not_uploaded");
  }
}

/** Those the task has already; refuses what belongs to an entry, a day's journal or another task. */
async function assertFree(tx: Tx, taskId: number, wanted: readonly number[]): Promise<Set<number>> {
  const list = [...wanted];
  const ties = await tx.select().from(taskFiles).where(inArray(taskFiles.fileId, list));
  const facts = await tx
    .select({ fileId: factPhotos.fileId })
    .from(factPhotos)
    .where(inArray(factPhotos.fileId, list));
  const days = await tx
    .select({ fileId: journalPhotos.fileId })
    .from(journalPhotos)
    .where(inArray(journalPhotos.fileId, list));
  const foreign = [...ties.filter((tie) => tie.taskId !== taskId), ...facts, ...days];
  const taken = new Set(foreign.map((tie) => tie.fileId));
  const at = wanted.findIndex((fileId) => taken.has(fileId));
  if (at >= 0) throw invalidField(`fileIds.${at}`, "file_taken");
  return new Set(ties.map((tie) => tie.fileId));
}

/** Photos of the work: sent by who does it, or by the admin who hands it in for him. */
export async function countEvidence(tx: Tx, ctx: Context, task: TaskRow): Promise<number> {
  const people = [personOf(ctx).id, ...(task.assigneeId === null ? [] : [task.assigneeId])];
  const [row] = await tx
    .select({ photos: count() })
    .from(taskFiles)
    .innerJoin(files, eq(files.id, taskFiles.fileId))
    .where(
      and(eq(taskFiles.taskId, task.id), eq(files.purpose, "photo"), inArray(files.uploadedBy, people), SENT),
    );
  return row?.photos ?? 0;
}
