import { notificationOf } from "./rows.ts";
import type { VerbCase } from "./verb-case.ts";

export const NOTIFICATION_CASES: Readonly<Record<string, VerbCase>> = {
  "notification.mark_read": {
    permission: "notifications.own",
    input: async ({ ctx, actor }) => ({ notificationId: await notificationOf(ctx, actor) }),
  },
  "notification.mark_all_read": { permission: "notifications.own", input: () => ({}) },
  "notification.list": { permission: "notifications.own", input: () => ({}) },
  "notification.summary": { permission: "notifications.own", input: () => ({}) },
};
