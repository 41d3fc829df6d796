import { z } from "zod";
import { clockTime } from "../objects/objects.ts";
import { NOTIFICATION_CATEGORIES } from "../vocabulary.ts";

const fields = {
  muted: z
    .array(z.enum(NOTIFICATION_CATEGORIES))
    .max(NOTIFICATION_CATEGORIES.length)
    .refine((list) => new Set(list).size === list.length, { error: "given_twice" })
    .meta({ description: "Categories without messages; they still appear in the app's notification centre" }),
  quietFrom: clockTime.meta({
    description: "In the user's time zone; equal to quietTo: no quiet hours",
  }),
  quietTo: clockTime,
  morningDigest: z.boolean(),
  version: z.int().min(0).meta({ description: "0 until saved for the first time" }),
};

export const notificationSettings = z.object(fields).meta({ id: "NotificationSettings" });
export type NotificationSettings = z.infer<typeof notificationSettings>;

/** Replaces all settings. */
export const saveNotificationSettingsInput = z.strictObject(fields).meta({ id: "SaveNotificationSettings" });
