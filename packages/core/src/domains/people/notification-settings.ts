import type { NotificationSettings } from "@stsphera/contracts";

/** What stands while a person has saved nothing. */
export const USUAL_SETTINGS: NotificationSettings = {
  muted: [],
  quietFrom: "22:00",
  quietTo: "07:00",
  morningDigest: true,
  version: 0,
};
