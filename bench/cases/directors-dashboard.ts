import { checkDashboard } from "../checks/check-dashboard.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

/** A director: all objects are ranked and twenty are listed; size S has three in total. */
export const directorsDashboard: BenchCase = {
  name: "dashboard-of-director",
  status: 200,
  targets: { ...READ_TARGETS, growth: 1.5 },
  wishes: ({ directorId }) => [{ method: "GET", path: "/api/dashboard", personId: directorId }],
  check: checkDashboard,
};
