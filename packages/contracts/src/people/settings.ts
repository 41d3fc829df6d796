import { z } from "zod";
import { clockTime } from "../objects/objects.ts";
import { NOTIFICATION_CATEGORIES } from "../vocabulary.ts";

const fields = {
  muted: z
    .array(z.enum(NOTIFICATION_CATEGORIES))
    .max(NOTIFICATION_CATEGORIES.length)
    .refine((list) => new Set(list).size === list.length, { error: "given_twice" })
    .meta({ description: "Categories that send no message; the centre of the app keeps theirs" }),
  quietFrom: clockTime.meta({
    description: "In the person's time zone; the same as quietTo: no quiet hours",
  }),
  quietTo: clockTime,
  morningDigest: z.boolean(),
  version: z.int().min(0).meta({ description: "0 while nothing has been saved" }),
};

export const notificationSettings = z.object(fields).meta({ id: "NotificationSettings" });
export type NotificationSettings = z.infer<typeof notificationSettings>;

/** The whole of it, in place of what stands. */
export const saveNotificationSettingsInput = z.strictObject(fields).meta({ id: "SaveNotificationSettings" });
