import { attachPhotosInput, id } from "@stsphera/contracts";
import { z } from "zod";
import { command, nonEmpty } from "../../kernel/index.ts";
import { presentFact, readFactRow } from "./fact-row.ts";
import { assertMayAct } from "./fact-acts.ts";
import { loadEntry } from "./load-entry.ts";
import { attachFactPhotos } from "./photos.ts";

/** Adds photos to an entry until it is confirmed; photos already attached are skipped. */
export const attachPhotos = command({
  name: "fact.attach_photos",
  permissions: ["fact.enter"],
  input: z.strictObject({ factId: id, ...attachPhotosInput.shape }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => assertMayAct(ctx, "addPhotos", entry),
  execute: async (tx, { ctx, input, target }) => {
    const { entry } = target;
    const added = await attachFactPhotos(tx, ctx, entry, input.fileIds, "fileIds");
    const unchanged = {
      entityType: "fact",
      entityId: entry.id,
      objectId: entry.objectId,
      before: null,
      after: { photosAdded: [] },
    };
    return {
      result: await readFactRow(tx, entry.id),
      changes: nonEmpty(added.length > 0 ? added : [unchanged]),
      events: [
        {
          type: "fact.photos_added" as const,
          objectId: entry.objectId,
          entityType: "fact",
          entityId: entry.id,
          payload: { date: entry.date, fileIds: input.fileIds },
        },
      ],
    };
  },
  present: presentFact,
});
