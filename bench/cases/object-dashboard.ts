import { checkObjectDashboard } from "../checks/check-object-dashboard.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

export const objectDashboard: BenchCase = {
  name: "object-dashboard",
  status: 200,
  targets: READ_TARGETS,
  wishes: ({ sites }) =>
    sites.map(({ objectId, managerId }) => ({
      method: "GET",
      path: `/api/objects/${objectId}/dashboard`,
      personId: managerId,
    })),
  check: checkObjectDashboard,
};
