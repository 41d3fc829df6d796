import type { ObjectSettings } from "@stsphera/contracts";
import { can, type Actor } from "@stsphera/rbac";

export type SettingsRow = Omit<ObjectSettings, "approvalLimit"> & { approvalLimit: string };

/** Settings for the asker: the limit of approvals is money. */
export function presentSettings(actor: Actor, row: SettingsRow): ObjectSettings {
  const { approvalLimit: _approvalLimit, ...settings } = row;
  return can(actor, "object.money", { objectId: row.objectId }) ? row : settings;
}
