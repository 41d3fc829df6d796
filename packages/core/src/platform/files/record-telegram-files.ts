import { id, instant } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { objectKey } from "@stsphera/storage";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { tiePhotos } from "../../domains/facts/index.ts";
import {
  type Change,
  command,
  type Context,
  DomainError,
  type DomainEvent,
  forbidden,
  nonEmpty,
  notFound,
  personOf,
  type Tx,
} from "../../kernel/index.ts";
import { assertMaySend, loadPhotoObject } from "./load-photo-object.ts";
import { assertPhoto } from "./photo-rules.ts";

const { dailyPlanFact, files } = schema;

const telegramFile = z.strictObject({
  telegramFileId: z.string().min(1).max(300),
  telegramUniqueId: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(255).optional(),
  /** As Telegram says; what it is in truth shows when it is fetched. */
  contentType: z.string().max(100).optional(),
  size: z.int().positive().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  mediaGroupId: z.string().max(100).optional(),
  takenAt: instant.optional(),
});
type TelegramPhoto = z.output<typeof telegramFile>;

const input = z.strictObject({
  objectId: id,
  files: z.array(telegramFile).min(1).max(30),
  factId: id.optional(),
});

/**
 * Writes down photos that lie with Telegram; a job fetches them later, so that an entry never waits for them. With an
 * entry they are tied to it in the same transaction, else they wait to be tied or laid into the day's journal.
 */
export const recordTelegramFiles = command({
  name: "file.record_telegram",
  permissions: ["fact.enter", "task.comment"],
  input,
  load: async (tx, ctx, { objectId, factId }) => {
    const object = await loadPhotoObject(tx, ctx, objectId);
    return { object, fact: factId === undefined ? null : await loadFact(tx, objectId, factId) };
  },
  authorize: (ctx, { object, fact }, asked) => {
    assertMaySend(ctx, object.id);
    if (fact !== null && !can(ctx.actor, "fact.enter", { objectId: object.id }))
      throw forbidden("fact.enter");
    for (const file of asked.files) assertPhoto(file);
  },
  execute: async (tx, { ctx, input: asked, target: { object, fact } }) => {
    const recorded = await insertFiles(tx, ctx, object.id, asked.files);
    const fileIds = recorded.map((change) => change.entityId);
    const tied = fact === null ? [] : await tiePhotos(tx, ctx, fact, fileIds);
    const event: DomainEvent =
      fact === null
        ? {
            type: "file.recorded",
            objectId: object.id,
            entityType: "file",
            entityId: nonEmpty(fileIds)[0],
            payload: { status: "awaiting", fileIds },
          }
        : {
            type: "fact.photos_added",
            objectId: object.id,
            entityType: "fact",
            entityId: fact.id,
            payload: { date: fact.date, fileIds },
          };
    return { result: { fileIds }, changes: nonEmpty([...recorded, ...tied]), events: [event] };
  },
});

async function loadFact(tx: Tx, objectId: number, factId: number) {
  const [fact] = await tx
    .select()
    .from(dailyPlanFact)
    .where(and(eq(dailyPlanFact.id, factId), eq(dailyPlanFact.objectId, objectId)))
    .for("update");
  if (fact === undefined || fact.kind !== "work") throw notFound();
  const [reversal] = await tx
    .select({ id: dailyPlanFact.id })
    .from(dailyPlanFact)
    .where(eq(dailyPlanFact.reversesId, factId));
  if (reversal !== undefined) throw new DomainError("conflict", { sentence: "already_reversed" });
  if (fact.status === "confirmed") throw new DomainError("conflict", { sentence: "already_confirmed" });
  return fact;
}

async function insertFiles(
  tx: Tx,
  ctx: Context,
  objectId: number,
  photos: readonly TelegramPhoto[],
): Promise<Change[]> {
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
