import { checkDashboard } from "../checks/check-dashboard.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

/** The director's: every object of the company is ranked. */
export const dashboard: BenchCase = {
  name: "dashboard",
  status: 200,
  targets: READ_TARGETS,
  wishes: ({ directorId }) => [{ method: "GET", path: "/api/dashboard", personId: directorId }],
  check: checkDashboard,
};
