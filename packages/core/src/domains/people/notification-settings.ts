import type { NotificationSettings } from "@stsphera/contracts";

/** Defaults while a user has saved nothing. */
export const USUAL_SETTINGS: NotificationSettings = {
  muted: [],
  quietFrom: "22:00",
  quietTo: "07:00",
  morningDigest: true,
  version: 0,
};
