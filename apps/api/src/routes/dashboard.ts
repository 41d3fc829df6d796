import { dashboard, facadeMap, facadeMapQuery, objectBreakdown, objectDashboard } from "@stsphera/contracts";
import { getDashboard, getFacadeMap, getObjectBreakdown, getObjectDashboard } from "@stsphera/core";
import { endpoint, type Tag } from "./endpoint.ts";
import * as objects from "./examples/objects.ts";

const DASHBOARD: Tag = { name: "dashboard", about: "Figures of one object and of all" };

export const dashboardRoutes = [
  endpoint({
    method: "get",
    path: "/api/dashboard",
    tag: DASHBOARD,
    summary: "Summary of all objects the user may see, or one of them in full",
    verb: getDashboard,
    answer: dashboard,
    examples: { answer: objects.dashboard },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/dashboard",
    tag: DASHBOARD,
    summary: "One object in full: progress, facades, work types, pace, forecast",
    verb: getObjectDashboard,
    answer: objectDashboard,
    examples: { answer: objects.objectDashboard },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/breakdown",
    tag: DASHBOARD,
    summary: "What progress, deviation and forecast of an object are made of, by work and by facade",
    verb: getObjectBreakdown,
    answer: objectBreakdown,
    examples: { answer: objects.objectBreakdown },
  }),
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/facade-map",
    tag: DASHBOARD,
    summary: "Plan and fact per facade and floor",
    verb: getFacadeMap,
    query: facadeMapQuery,
    answer: facadeMap,
    examples: { answer: objects.facadeMap },
  }),
];
