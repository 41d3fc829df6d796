import { addJournalInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, invalidField, notFound, personOf, localDay } from "../../kernel/index.ts";
import { assertNoTask, lockFiles } from "./photos.ts";

const { factPhotos, journalPhotos, objects } = schema;

/** Lays photos without an entry into the day's journal of an object; they can be tied to an entry later. */
export const addJournalPhotos = command({
  name: "journal.add_photos",
  permissions: ["fact.enter"],
  input: z.strictObject({ objectId: id, ...addJournalInput.shape }),
  load: async (tx, ctx, { objectId, fileIds }) => {
    const [object] = await tx.select().from(objects).where(eq(objects.id, objectId));
    if (object === undefined || !sees(ctx.actor, objectId)) throw notFound();
    const wanted = [...new Set(fileIds)];
    return { object, wanted, found: await lockFiles(tx, wanted) };
  },
  authorize: (ctx, _target, { objectId }) => {
    if (!can(ctx.actor, "fact.enter", { objectId })) throw forbidden("fact.enter");
  },
  execute: async (tx, { ctx, input, target }) => {
    const { object, wanted, found } = target;
    const author = personOf(ctx);
    const today = localDay(ctx.now, object.timeZone, object.dayCutoff);
    const date = input.date ?? today;
    if (date > today) throw invalidField("date", "date_future", { date });
    const photos = found.filter((file) => file.purpose === "photo" && file.objectId === object.id);
    const own = photos.filter((file) => file.uploadedBy === author.id);
    if (own.length < wanted.length) throw invalidField("fileIds", "unknown_photo");
    const taken = await tx.select().from(factPhotos).where(inArray(factPhotos.fileId, wanted));
    if (taken.length > 0) throw invalidField("fileIds", "photo_taken");
    await assertNoTask(tx, wanted, "fileIds");
    const rows = await tx
      .insert(journalPhotos)
      .values(
        wanted.map((fileId) => ({
          objectId: object.id,
          date,
          fileId,
          authorId: author.id,
          caption: input.caption ?? null,
          createdAt: ctx.now,
        })),
      )
      .onConflictDoNothing({ target: journalPhotos.fileId })
      .returning({ id: journalPhotos.id });
    const known = await tx
      .select({ id: journalPhotos.id })
      .from(journalPhotos)
      .where(and(eq(journalPhotos.objectId, object.id), inArray(journalPhotos.fileId, wanted)));
    const photoIds = known.map((row) => row.id);
    return {
      result: { date, photoIds, added: rows.length },
      changes: [
        {
          entityType: "journal",
          entityId: object.id,
          objectId: object.id,
          before: null,
          after: { date, fileIds: wanted, caption: input.caption ?? null },
        },
      ],
      events: [
        {
          type: "journal.photos_added" as const,
          objectId: object.id,
          entityType: "object",
          entityId: object.id,
          payload: { date, fileIds: wanted },
        },
      ],
    };
  },
});
