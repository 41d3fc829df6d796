import {
  alertTested,
  failedDeliveryPage,
  listFailedDeliveriesQuery,
  repeatedDelivery,
  systemHealth,
} from "@stsphera/contracts";
import { getSystemHealth, listFailedDeliveries, repeatDelivery, tryAlerts } from "@stsphera/core";
import { endpoint, type Tag } from "./endpoint.ts";
import * as administration from "./examples/administration.ts";

const SYSTEM: Tag = { name: "system", about: "The health of the installation" };

export const administrationRoutes = [
  endpoint({
    method: "get",
    path: "/api/system/health",
    tag: SYSTEM,
    summary: "The health of the installation in sentences, and what the administrator has to do",
    verb: getSystemHealth,
    answer: systemHealth,
    examples: { answer: administration.health },
  }),
  endpoint({
    method: "post",
    path: "/api/system/alert-tests",
    tag: SYSTEM,
    summary: "Send a test in every way that alerts take; the page of health says what came of it",
    verb: tryAlerts,
    status: 201,
    answer: alertTested,
    examples: { answer: { id: 4 } },
  }),
  endpoint({
    method: "get",
    path: "/api/system/failed-messages",
    tag: SYSTEM,
    summary: "Messages that Telegram rejected for good",
    verb: listFailedDeliveries,
    query: listFailedDeliveriesQuery,
    answer: failedDeliveryPage,
    examples: { answer: { items: [administration.failed], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/system/failed-messages/:deliveryId/repeat",
    tag: SYSTEM,
    summary: "Send a failed message again",
    verb: repeatDelivery,
    answer: repeatedDelivery,
    examples: { answer: { id: 51 } },
  }),
];
