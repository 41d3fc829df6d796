import { schema } from "@stsphera/db";
import { and, inArray, isNotNull } from "drizzle-orm";
import { type Change, type Context, type Tx } from "../../kernel/index.ts";
import { attach, type Attachment, lockFreeFiles } from "../../platform/attachments/index.ts";

const { dailyPlanFact, journalPhotos } = schema;

/** How attachments name an entry, and a photo of a day without one. */
export const FACT = "fact";
export const JOURNAL_PHOTO = "journal_photo";

/**
 * Attaches photos to an entry. They must be the person's own, of the same object, and with no other entry; one that lay
 * in the day's journal, or with an entry that was taken back, leaves it.
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
  // First of all: the attachment of a photo goes with its row in the journal.
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

/** Those that stand with an entry that was taken back. */
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
