import type { EventsOf, Notice, Notices } from "../../platform/notify/index.ts";
import { isCritical } from "../../platform/watch/index.ts";
import { alertNotification, alertOf, type ToldAlert } from "./alerts/alert-notification.ts";

const told: Notice<ToldAlert, "admins", never> = {
  to: ["admins"],
  card: alertNotification,
  alert: "always",
  doerToo: true,
};

/** Administrators are told of trouble; what is critical is told at night too. */
export const administrationNotices = {
  "system.alert": [
    { ...told, priority: "critical", stale: (_alert, event) => !isCritical(alertOf(event)) },
    { ...told, stale: (_alert, event) => isCritical(alertOf(event)) },
  ],
} as const satisfies Record<EventsOf<"system">, Notices>;
