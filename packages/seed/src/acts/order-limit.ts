import { getObjectSettings, saveObjectSettings } from "@stsphera/core";
import type { Stage } from "../stage/stage.ts";
import { ORDER_LIMIT } from "../story/block-b.ts";

/** The administrator sets the limit of orders that the director allowed: its manager may not raise it. */
export async function setOrderLimit(stage: Stage, objectId: number, at: Date): Promise<void> {
  const ctx = await stage.as("tikhonov", at);
  const { objectId: _id, shiftHours: _hours, ...settings } = await getObjectSettings.run(ctx, { objectId });
  await saveObjectSettings.run(ctx, { ...settings, objectId, approvalLimit: ORDER_LIMIT });
}
