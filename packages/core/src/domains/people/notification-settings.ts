import type { NotificationSettings } from "@stsphera/contracts";

/** Defaults while a user has saved nothing. */
export const USUAL_SETTINGS: NotificationSettings = {
  muted: [],
  inDigest: [],
  quietFrom: "22:00",
  quietTo: "07:00",
  morningDigest: true,
  digestAt: "07:15",
  ownDigestTime: false,
  eveningAt: null,
  daysOff: "object",
  version: 0,
};
