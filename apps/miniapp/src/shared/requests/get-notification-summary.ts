import { get } from "../api/request.ts";

/** How many notices are unread, in all and by category. */
export const getNotificationSummary = () => get("/api/notifications/summary", (c) => c.notificationSummary);
