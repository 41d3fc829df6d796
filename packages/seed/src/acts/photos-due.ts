import { getObjectSettings, saveObjectSettings } from "@stsphera/core";
import type { Stage } from "../stage/stage.ts";

/** The manager says from which day on a finished floor needs a photo; null for an object that began without. */
export async function setPhotosDue(
  stage: Stage,
  objectId: number,
  { at, from }: { at: Date; from: string | null },
): Promise<void> {
  const ctx = await stage.as("demin", at);
  const {
    objectId: _objectId,
    shiftHours: _shiftHours,
    ...settings
  } = await getObjectSettings.run(ctx, {
    objectId,
  });
  await saveObjectSettings.run(ctx, { ...settings, objectId, photosDueFrom: from });
}
