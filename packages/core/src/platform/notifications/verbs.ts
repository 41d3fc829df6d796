export { listNotifications } from "./list-notifications.ts";
export { markAllNotificationsRead } from "./mark-all-notifications-read.ts";
export { markNotificationRead } from "./mark-notification-read.ts";
export { notificationSummary } from "./notification-summary.ts";
