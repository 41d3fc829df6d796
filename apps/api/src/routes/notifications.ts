import {
  listNotificationsQuery,
  NOTIFICATION_CATEGORIES,
  notificationPage,
  notificationSummary as summaryAnswer,
} from "@stsphera/contracts";
import {
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  notificationSummary,
} from "@stsphera/core";
import { z } from "zod";
import { readAllAnswer, readAnswer } from "./answers.ts";
import { endpoint, type Tag } from "./endpoint.ts";

const notification = {
  id: 15,
  type: "fact.day_card",
  category: "facts",
  priority: "normal",
  title: "СПК Блок Б · факт за 8 сентября",
  text: "Модули 10 из 12, Белов",
  objectId: 3,
  entityType: "object",
  entityId: 3,
  deepLink: "o3_fact",
  actions: [{ key: "open", label: "Открыть", style: "primary" }],
  readAt: null,
  createdAt: "2026-09-08T07:00:02.000Z",
  updatedAt: "2026-09-08T07:00:02.000Z",
};

const NOTIFICATIONS: Tag = { name: "notifications", about: "Notifications of a user" };

export const notificationRoutes = [
  endpoint({
    method: "get",
    path: "/api/notifications",
    tag: NOTIFICATIONS,
    summary: "One's own notifications, newest first",
    verb: listNotifications,
    query: listNotificationsQuery,
    answer: notificationPage,
    examples: { answer: { items: [notification], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/notifications/summary",
    tag: NOTIFICATIONS,
    summary: "Number of unread notifications, in total and by category",
    verb: notificationSummary,
    answer: summaryAnswer,
    examples: { answer: { unread: 1, byCategory: { facts: 1 } } },
  }),
  endpoint({
    method: "post",
    path: "/api/notifications/:notificationId/read",
    tag: NOTIFICATIONS,
    summary: "Mark a notification as read",
    verb: markNotificationRead,
    answer: readAnswer,
    examples: { answer: { id: 15, readAt: "2026-09-08T07:05:00.000Z" } },
  }),
  endpoint({
    method: "post",
    path: "/api/notifications/read-all",
    tag: NOTIFICATIONS,
    summary: "Mark all notifications as read, or those of a category",
    verb: markAllNotificationsRead,
    body: z.strictObject({ category: z.enum(NOTIFICATION_CATEGORIES).optional() }),
    answer: readAllAnswer,
    examples: { body: { category: "facts" }, answer: { marked: 1 } },
  }),
];
