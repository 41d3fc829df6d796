import { checkNotifications } from "../checks/check-notifications.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

export const notifications: BenchCase = {
  name: "notifications",
  status: 200,
  targets: READ_TARGETS,
  wishes: ({ sites }) =>
    sites.map(({ managerId }) => ({ method: "GET", path: "/api/notifications", personId: managerId })),
  check: checkNotifications,
};
