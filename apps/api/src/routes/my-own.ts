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

/** What a person has of his own: what waits for him, what he did, how he keeps his word, what he wishes to hear. */
export const myRoutes = [
  endpoint({
    method: "get",
    path: "/api/me/approvals",
    tag: ME,
    summary: "Everything that waits for the person's decision, the most urgent first",
    verb: listMyApprovals,
    query: listMyApprovalsQuery,
    answer: approvalPage,
    examples: { answer: { items: [tasks.approval], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/me/activity",
    tag: ME,
    summary: "What the person did, from the record, the newest first",
    verb: listMyActivity,
    query: activityQuery,
    answer: activityPage,
    examples: { answer: { items: [people.activity], nextCursor: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/me/kpi",
    tag: ME,
    summary: "How the person keeps deadlines and how fast he answers",
    verb: getMyKpi,
    query: kpiQuery,
    answer: kpi,
    examples: { answer: people.kpi },
  }),
  endpoint({
    method: "get",
    path: "/api/me/notification-settings",
    tag: ME,
    summary: "What the person wishes to be told, and when not",
    verb: getNotificationSettings,
    answer: notificationSettings,
    examples: { answer: people.notificationSettings },
  }),
  endpoint({
    method: "put",
    path: "/api/me/notification-settings",
    tag: ME,
    summary: "Put other wishes in place of the ones that stand",
    verb: saveNotificationSettings,
    body: saveNotificationSettingsInput,
    answer: notificationSettings,
    examples: {
      body: people.notificationSettings,
      answer: { ...people.notificationSettings, version: 2 },
    },
  }),
];
