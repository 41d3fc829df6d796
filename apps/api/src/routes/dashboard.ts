import { dashboard, facadeMap, facadeMapQuery, objectDashboard } from "@stsphera/contracts";
import { getDashboard, getFacadeMap, getObjectDashboard } from "@stsphera/core";
import { endpoint } from "./endpoint.ts";
import * as objects from "./examples/objects.ts";

export const dashboardRoutes = [
  endpoint({
    method: "get",
    path: "/api/dashboard",
    tag: "dashboard",
    summary: "Every object of the person at a glance, one of them in full",
    verb: getDashboard,
    answer: dashboard,
    examples: { answer: objects.dashboard },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/dashboard",
    tag: "dashboard",
    summary: "One object in full: progress, facades, work types, pace, forecast",
    verb: getObjectDashboard,
    answer: objectDashboard,
    examples: { answer: objects.objectDashboard },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/facade-map",
    tag: "dashboard",
    summary: "Plan and fact of every floor of every facade",
    verb: getFacadeMap,
    query: facadeMapQuery,
    answer: facadeMap,
    examples: { answer: objects.facadeMap },
  }),
];
