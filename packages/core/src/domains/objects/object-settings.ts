import type { ObjectSettings } from "@stsphera/contracts";
import { can, type Actor } from "@stsphera/rbac";

export type SettingsRow = Omit<ObjectSettings, "approvalLimit"> & { approvalLimit: string };

/** Settings for the actor: the approval limit only for users who may see money. */
export function presentSettings(actor: Actor, row: SettingsRow): ObjectSettings {
  const { approvalLimit: _approvalLimit, ...settings } = row;
  return can(actor, "object.money", { objectId: row.objectId }) ? row : settings;
}
