import { type Notice, numberOf } from "../../../platform/notify/index.ts";
import { type LateTasks, lateTasksNotification } from "./late-tasks-notification.ts";

/** From the second level on the managers and the creator are told too; a director reads it in the morning. */
export const lateTasksNotice: Notice<LateTasks, "managers" | "creator", never> = {
  to: ["managers", "creator"],
  card: lateTasksNotification,
  alert: "first",
  priority: "high",
  deputies: true,
  stale: (_late, { payload }) => (numberOf(payload["level"]) ?? 0) < 3,
};
