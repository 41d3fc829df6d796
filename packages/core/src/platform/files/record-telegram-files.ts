import { id, instant, singleLine } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { objectKey } from "@stsphera/storage";
import { z } from "zod";
import { type Change, command, type Context, nonEmpty, personOf, type Tx } from "../../kernel/index.ts";
import { assertMaySend, loadPhotoObject } from "./load-photo-object.ts";
import { assertWithinQuota } from "./file-quota.ts";
import { assertPhoto } from "./photo-rules.ts";

const { files } = schema;

const telegramFile = z.strictObject({
  telegramFileId: z.string().min(1).max(300),
  telegramUniqueId: z.string().min(1).max(100),
  name: singleLine(255).min(1).optional(),
  /** As Telegram reports it; the real type is determined when the file is fetched. */
  contentType: z.string().max(100).optional(),
  size: z.int().positive().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  mediaGroupId: z.string().max(100).optional(),
  takenAt: instant.optional(),
});
type TelegramPhoto = z.output<typeof telegramFile>;

export const telegramFiles = z.array(telegramFile).min(1).max(30);

/**
 * Records photos that are at Telegram; a job fetches them later, so that no request waits for them. They are
 * unattached at first.
 */
export const recordTelegramFiles = command({
  name: "file.record_telegram",
  permissions: ["fact.enter", "task.comment"],
  input: z.strictObject({ objectId: id, files: telegramFiles }),
  load: (tx, ctx, { objectId }) => loadPhotoObject(tx, ctx, objectId),
  authorize: (ctx, object) => assertMaySend(ctx, object),
  execute: async (tx, { ctx, input: asked, target: object }) => {
    const recorded = await insertTelegramFiles(tx, ctx, object.id, asked.files);
    const fileIds = nonEmpty(recorded.map((change) => change.entityId));
    return {
      result: { fileIds },
      changes: nonEmpty(recorded),
      events: [
        {
          type: "file.recorded",
          objectId: object.id,
          entityType: "file",
          entityId: fileIds[0],
          payload: { status: "awaiting", fileIds },
        },
      ],
    };
  },
});

/** Inserts the actor's photos in the order sent; refuses what is not a photo or too large. */
export async function insertTelegramFiles(
  tx: Tx,
  ctx: Context,
  objectId: number,
  photos: readonly TelegramPhoto[],
): Promise<Change[]> {
  for (const photo of photos) assertPhoto(photo);
  const bytes = photos.reduce((sum, { size }) => sum + (size ?? 0), 0);
  await assertWithinQuota(tx, ctx, { files: photos.length, bytes });
  const rows = await tx
    .insert(files)
    .values(
      photos.map(({ name, takenAt, ...photo }) => ({
        ...photo,
        objectId,
        purpose: "photo" as const,
        source: "telegram" as const,
        status: "awaiting" as const,
        name: name ?? `${photo.telegramUniqueId}.jpg`,
        takenAt: takenAt === undefined ? null : new Date(takenAt),
        storageKey: objectKey(),
        uploadedBy: personOf(ctx).id,
        createdAt: ctx.now,
      })),
    )
    .returning({ id: files.id, name: files.name, size: files.size });
  return rows.map(({ id: fileId, name, size }) => ({
    entityType: "file",
    entityId: fileId,
    objectId,
    before: null,
    after: { name, size, source: "telegram", status: "awaiting" },
  }));
}
