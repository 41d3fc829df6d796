import { id } from "@stsphera/contracts";
import { z } from "zod";
import { command, nonEmpty } from "../../kernel/index.ts";
import { insertTelegramFiles, telegramFiles } from "../../platform/files/index.ts";
import { assertMayAct } from "./fact-acts.ts";
import { loadEntry } from "./load-entry.ts";
import { attachFactPhotos } from "./photos.ts";

/** Adds photos at Telegram to an entry until it is confirmed; a job fetches them later. */
export const attachTelegramPhotos = command({
  name: "fact.attach_telegram_photos",
  permissions: ["fact.enter"],
  input: z.strictObject({ factId: id, files: telegramFiles }),
  load: (tx, ctx, { factId }) => loadEntry(tx, ctx, factId),
  authorize: (ctx, { entry }) => assertMayAct(ctx, "addPhotos", entry),
  execute: async (tx, { ctx, input, target }) => {
    const { entry } = target;
    const recorded = await insertTelegramFiles(tx, ctx, entry.objectId, input.files);
    const fileIds = recorded.map((change) => change.entityId);
    const attached = await attachFactPhotos(tx, ctx, entry, fileIds);
    return {
      result: { fileIds },
      changes: nonEmpty([...recorded, ...attached]),
      events: [
        {
          type: "fact.photos_added",
          objectId: entry.objectId,
          entityType: "fact",
          entityId: entry.id,
          payload: { date: entry.date, fileIds },
        },
      ],
    };
  },
});
