import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { id, instant } from "../shared/scalars.ts";
import { NOTIFICATION_CATEGORIES, PRIORITIES } from "../vocabulary.ts";

export const notification = z
  .object({
    id,
    type: z.string(),
    category: z.enum(NOTIFICATION_CATEGORIES),
    priority: z.enum(PRIORITIES),
    title: z.string(),
    text: z.string(),
    objectId: id.nullable(),
    entityType: z.string().nullable(),
    entityId: id.nullable(),
    deepLink: z.string(),
    actions: z.array(
      z.object({ key: z.string(), label: z.string(), style: z.enum(["primary", "plain", "danger"]) }),
    ),
    readAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof notification>;

export const listNotificationsQuery = z.strictObject({
  ...pageQuery,
  category: z.enum(NOTIFICATION_CATEGORIES).optional(),
  unread: z.stringbool().default(false),
});
export const notificationPage = pageOf(notification).meta({ id: "NotificationPage" });
export type NotificationPage = z.infer<typeof notificationPage>;
export const notificationSummary = z
  .object({ unread: z.int(), byCategory: z.record(z.string(), z.int()) })
  .meta({ id: "NotificationSummary" });
