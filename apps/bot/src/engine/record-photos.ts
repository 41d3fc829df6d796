import { recordTelegramFiles } from "@stsphera/core";
import type { FormState } from "./forms/form-state.ts";
import type { Turn } from "./turn.ts";

/** Records the form's photos as files first, so that the verb can attach them by id. */
export async function recordPhotos(
  turn: Turn,
  { feature, id, photos }: FormState,
  objectId: number,
): Promise<number[]> {
  if (photos.length === 0) return [];
  const key = `tg:${feature}-files:${id}:${photos.length}`;
  const { fileIds } = await recordTelegramFiles.run(turn.context(key), { objectId, files: photos });
  return fileIds;
}
