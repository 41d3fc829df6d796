import { checkObjectCard } from "../checks/check-object-card.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

export const objectCard: BenchCase = {
  name: "object",
  status: 200,
  targets: READ_TARGETS,
  wishes: ({ sites }) =>
    sites.map(({ objectId, managerId }) => ({
      method: "GET",
      path: `/api/objects/${objectId}`,
      personId: managerId,
    })),
  check: checkObjectCard,
};
