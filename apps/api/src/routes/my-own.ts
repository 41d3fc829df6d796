import {
  activityPage,
  activityQuery,
  approvalPage,
  kpi,
  kpiQuery,
  listMyApprovalsQuery,
  notificationSettings,
  saveNotificationSettingsInput,
} from "@stsphera/contracts";
import {
  getMyKpi,
  getNotificationSettings,
  listMyActivity,
  listMyApprovals,
  saveNotificationSettings,
} from "@stsphera/core";
import { endpoint } from "./endpoint.ts";
import { ME } from "./me.ts";
import * as people from "./examples/people.ts";
import * as tasks from "./examples/tasks.ts";

/** The user's own data: waiting decisions, activity, statistics and notification settings. */
export const myRoutes = [
  endpoint({
    method: "get",
    path: "/api/me/approvals",
    tag: ME,
    summary: "Everything that waits for the user's decision, most urgent first",
    verb: listMyApprovals,
    query: listMyApprovalsQuery,
    answer: approvalPage,
    examples: { answer: { items: [tasks.approval], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/me/activity",
    tag: ME,
    summary: "The user's recorded actions, newest first",
    verb: listMyActivity,
    query: activityQuery,
    answer: activityPage,
    examples: { answer: { items: [people.activity], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/me/kpi",
    tag: ME,
    summary: "How well the user meets deadlines, and how fast they respond",
    verb: getMyKpi,
    query: kpiQuery,
    answer: kpi,
    examples: { answer: people.kpi },
  }),
  endpoint({
    method: "get",
    path: "/api/me/notification-settings",
    tag: ME,
    summary: "Which notifications the user receives, and the quiet hours",
    verb: getNotificationSettings,
    answer: notificationSettings,
    examples: { answer: people.notificationSettings },
  }),
  endpoint({
    method: "put",
    path: "/api/me/notification-settings",
    tag: ME,
    summary: "Replace the notification settings",
    verb: saveNotificationSettings,
    body: saveNotificationSettingsInput,
    answer: notificationSettings,
    examples: {
      body: people.notificationSettings,
      answer: { ...people.notificationSettings, version: 2 },
    },
  }),
];
