import { checkObjects } from "../checks/check-objects.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

/** A page of twenty; size S has three objects in total. */
export const objects: BenchCase = {
  name: "objects",
  status: 200,
  targets: { ...READ_TARGETS, growth: 1.5 },
  wishes: ({ directorId }) => [{ method: "GET", path: "/api/objects?limit=20", personId: directorId }],
  check: checkObjects,
};
