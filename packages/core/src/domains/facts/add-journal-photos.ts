import { addJournalInput, id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, sees } from "@stsphera/rbac";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, insertRow, invalidField, notFound, personOf } from "../../kernel/index.ts";
import { assertObjectOpen, todayOn } from "../objects/index.ts";
import { attach, lockFreeFiles } from "../../platform/attachments/index.ts";
import { JOURNAL_PHOTO } from "./photos.ts";

const { journalPhotos, objects } = schema;

/** Adds photos without an entry to the journal of an object's day; they can be attached to an entry later. */
export const addJournalPhotos = command({
  name: "journal.add_photos",
  permissions: ["fact.enter"],
  input: z.strictObject({ objectId: id, ...addJournalInput.shape }),
  load: async (tx, ctx, { objectId }) => {
    const [object] = await tx.select().from(objects).where(eq(objects.id, objectId));
    if (object === undefined || !sees(ctx.actor, objectId)) throw notFound();
    return object;
  },
  authorize: (ctx, _target, { objectId }) => {
    if (!can(ctx.actor, "fact.enter", { objectId })) throw forbidden("fact.enter");
  },
  execute: async (tx, { ctx, input, target: object }) => {
    assertObjectOpen(object);
    const author = personOf(ctx);
    const today = todayOn(ctx, object);
    const date = input.date ?? today;
    if (date > today) throw invalidField("date", "date_future", { date });
    const wanted = [...new Set(input.fileIds)];
    const fresh = await lockFreeFiles(tx, ctx, {
      objectId: object.id,
      fileIds: input.fileIds,
      path: "fileIds",
      kind: "photo",
      known: async (attached) => ({
        own: attached.filter(({ entityType }) => entityType === JOURNAL_PHOTO),
      }),
    });
    const { caption = null } = input;
    for (const fileId of fresh) {
      const { id: entityId } = await insertRow(tx, journalPhotos, {
        objectId: object.id,
        date,
        fileId,
        authorId: author.id,
        caption,
        createdAt: ctx.now,
      });
      await attach(tx, ctx, { entityType: JOURNAL_PHOTO, entityId }, [fileId]);
    }
    const known = await tx
      .select({ id: journalPhotos.id })
      .from(journalPhotos)
      .where(and(eq(journalPhotos.objectId, object.id), inArray(journalPhotos.fileId, wanted)));
    const photoIds = known.map((row) => row.id);
    return {
      result: { date, photoIds, added: fresh.length },
      changes: [
        {
          entityType: "journal",
          entityId: object.id,
          objectId: object.id,
          before: null,
          after: { date, fileIds: wanted, caption },
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
