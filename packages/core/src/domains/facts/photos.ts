import { schema } from "@stsphera/db";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Change, type Context, invalidField, personOf, type Tx } from "../../kernel/index.ts";

/**
 * Ties photos to an entry. They must be the person's own, of the same object, and tied to no other entry; one that lay
 * in the day's journal, or with an entry that was taken back, leaves it.
 */
export async function tiePhotos(
  tx: Tx,
  ctx: Context,
  fact: { id: number; objectId: number },
  fileIds: readonly number[],
): Promise<Change[]> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return [];
  const { factPhotos, journalPhotos } = schema;
  const found = await lockFiles(tx, wanted);
  const own = new Set(
    found
      .filter(({ purpose, objectId }) => purpose === "photo" && objectId === fact.objectId)
      .filter((file) => file.uploadedBy === personOf(ctx).id)
      .map((file) => file.id),
  );
  const missing = wanted.findIndex((fileId) => !own.has(fileId));
  if (missing >= 0) throw invalidField(`photoIds.${missing}`, "unknown_photo");
  const taken = await standingPhotos(tx, wanted);
  if (taken.some((photo) => photo.factId !== fact.id)) throw invalidField("photoIds", "photo_taken");
  await assertNoTask(tx, wanted);
  const tied = new Set(taken.map((photo) => photo.fileId));
  const fresh = wanted.filter((fileId) => !tied.has(fileId));
  if (fresh.length === 0) return [];
  await tx.delete(journalPhotos).where(inArray(journalPhotos.fileId, fresh));
  await tx
    .insert(factPhotos)
    .values(fresh.map((fileId) => ({ factId: fact.id, fileId })))
    .onConflictDoUpdate({ target: factPhotos.fileId, set: { factId: fact.id } });
  return [
    {
      entityType: "fact",
      entityId: fact.id,
      objectId: fact.objectId,
      before: null,
      after: { photosAdded: fresh },
    },
  ];
}

/** Locks files in the order of their ids, whatever order they were named in. */
export async function lockFiles(tx: Tx, fileIds: readonly number[]) {
  const { files } = schema;
  return tx
    .select()
    .from(files)
    .where(inArray(files.id, [...fileIds]))
    .orderBy(files.id)
    .for("update");
}

/** A photo of a task stays with the task. */
export async function assertNoTask(tx: Tx, fileIds: readonly number[], path = "photoIds"): Promise<void> {
  const { taskFiles } = schema;
  const [tie] = await tx
    .select({ taskId: taskFiles.taskId })
    .from(taskFiles)
    .where(inArray(taskFiles.fileId, [...fileIds]))
    .limit(1);
  if (tie !== undefined) throw invalidField(path, "photo_taken");
}

/** Which of the photos stand with an entry that was not taken back. */
async function standingPhotos(tx: Tx, fileIds: readonly number[]) {
  const { dailyPlanFact, factPhotos } = schema;
  const reversal = alias(dailyPlanFact, "reversal");
  return tx
    .select({ factId: factPhotos.factId, fileId: factPhotos.fileId })
    .from(factPhotos)
    .leftJoin(reversal, eq(reversal.reversesId, factPhotos.factId))
    .where(and(inArray(factPhotos.fileId, [...fileIds]), isNull(reversal.id)));
}

/** Hands the photos of an entry over to the one that replaces it. */
export async function movePhotos(tx: Tx, fromFactId: number, toFactId: number): Promise<void> {
  const { factPhotos } = schema;
  await tx.update(factPhotos).set({ factId: toFactId }).where(eq(factPhotos.factId, fromFactId));
}
