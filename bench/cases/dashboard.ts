import { checkDashboard } from "../checks/check-dashboard.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

/** A manager: their objects, and the one furthest behind in full. */
export const dashboard: BenchCase = {
  name: "dashboard",
  status: 200,
  targets: READ_TARGETS,
  wishes: ({ sites }) =>
    sites.map(({ managerId }) => ({ method: "GET", path: "/api/dashboard", personId: managerId })),
  check: checkDashboard,
};
