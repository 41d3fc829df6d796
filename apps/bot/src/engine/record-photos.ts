import { recordTelegramFiles } from "@stsphera/core";
import type { FormState } from "./forms/form-state.ts";
import type { Turn } from "./turn.ts";

/** Photos of a form are written down first, so that the verb can tie them to the thing. */
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
