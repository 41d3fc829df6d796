import { checkDashboard } from "../checks/check-dashboard.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

/** A manager's: the objects he works on. */
export const managersDashboard: BenchCase = {
  name: "dashboard-of-manager",
  status: 200,
  targets: READ_TARGETS,
  wishes: ({ sites }) =>
    sites.map(({ managerId }) => ({ method: "GET", path: "/api/dashboard", personId: managerId })),
  check: checkDashboard,
};
