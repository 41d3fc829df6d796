import { schema } from "@stsphera/db";
import { and, inArray, isNotNull } from "drizzle-orm";
import { type Change, type Context, type Tx } from "../../kernel/index.ts";
import { attach, type Attachment, lockFreeFiles } from "../../platform/attachments/index.ts";

const { dailyPlanFact, journalPhotos } = schema;

/** Entity types of attachments: an entry, and a photo of a day without an entry. */
export const FACT = "fact";
export const JOURNAL_PHOTO = "journal_photo";

/**
 * Attaches photos to an entry. They must be the actor's own, of the same object, and not of another entry; photos in
 * the journal, or of a reversed entry, are moved.
 */
export async function attachFactPhotos(
  tx: Tx,
  ctx: Context,
  fact: { id: number; objectId: number },
  fileIds: readonly number[],
  path = "photoIds",
): Promise<Change[]> {
  const fresh = await lockFreeFiles(tx, ctx, {
    objectId: fact.objectId,
    fileIds,
    path,
    kind: "photo",
    known: async (attached) => ({
      own: attached.filter(({ entityType, entityId }) => entityType === FACT && entityId === fact.id),
      movable: [
        ...attached.filter(({ entityType }) => entityType === JOURNAL_PHOTO),
        ...(await ofReversed(tx, attached)),
      ],
    }),
  });
  if (fresh.length === 0) return [];
  // First, because deleting a journal row deletes the attachment of its photo.
  await tx.delete(journalPhotos).where(inArray(journalPhotos.fileId, fresh));
  await attach(tx, ctx, { entityType: FACT, entityId: fact.id }, fresh);
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

/** Attachments to reversed entries. */
async function ofReversed(tx: Tx, attached: readonly Attachment[]): Promise<Attachment[]> {
  const facts = attached.filter(({ entityType }) => entityType === FACT);
  if (facts.length === 0) return [];
  const { reversesId } = dailyPlanFact;
  const rows = await tx
    .select({ id: reversesId })
    .from(dailyPlanFact)
    .where(
      and(
        isNotNull(reversesId),
        inArray(
          reversesId,
          facts.map(({ entityId }) => entityId),
        ),
      ),
    );
  const reversed = new Set(rows.map(({ id }) => id));
  return facts.filter(({ entityId }) => reversed.has(entityId));
}
