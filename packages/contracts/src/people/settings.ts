import { z } from "zod";
import { clockTime } from "../objects/objects.ts";
import { isBetween } from "./quiet-hours.ts";
import { DAYS_OFF, NOTIFICATION_CATEGORIES } from "../vocabulary.ts";

const categories = z
  .array(z.enum(NOTIFICATION_CATEGORIES))
  .max(NOTIFICATION_CATEGORIES.length)
  .refine((list) => new Set(list).size === list.length, { error: "given_twice" });

const fields = {
  muted: categories.meta({
    description: "Categories without messages; they still appear in the app's notification centre",
  }),
  inDigest: categories.meta({ description: "Categories told in the morning card instead of a message" }),
  quietFrom: clockTime.meta({
    description: "In the user's time zone; equal to quietTo: no quiet hours",
  }),
  quietTo: clockTime,
  morningDigest: z.boolean(),
  digestAt: clockTime.meta({ description: "Own time of the morning card, in the user's time zone" }),
  ownDigestTime: z
    .boolean()
    .default(false)
    .meta({ description: "Whether digestAt counts; otherwise the card comes at the time of the role" }),
  eveningAt: clockTime
    .nullable()
    .default(null)
    .meta({ description: "Time of the evening request for facts; null: half an hour after the shift" }),
  daysOff: z.enum(DAYS_OFF).meta({ description: "Days on which only alarms ring" }),
  version: z.int().min(0).meta({ description: "0 until saved for the first time" }),
};

export const notificationSettings = z.object(fields).meta({ id: "NotificationSettings" });
export type NotificationSettings = z.infer<typeof notificationSettings>;

/** Times are compared once each of them is one. */
const isReadable = ({ issues }: { issues: readonly unknown[] }): boolean => issues.length === 0;

/** Replaces all settings. */
export const saveNotificationSettingsInput = z
  .strictObject(fields)
  .refine(({ muted, inDigest }) => !inDigest.some((one) => muted.includes(one)), {
    error: "given_twice",
    path: ["inDigest"],
  })
  .refine(
    ({ ownDigestTime, digestAt, quietFrom, quietTo }) =>
      !ownDigestTime || !isBetween(digestAt, quietFrom, quietTo),
    { error: "within_quiet_hours", path: ["digestAt"], when: isReadable },
  )
  .refine(
    ({ eveningAt, quietFrom, quietTo }) => eveningAt === null || !isBetween(eveningAt, quietFrom, quietTo),
    { error: "within_quiet_hours", path: ["eveningAt"], when: isReadable },
  )
  .meta({ id: "SaveNotificationSettings" });
